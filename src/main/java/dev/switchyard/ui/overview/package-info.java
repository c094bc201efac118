/// The first screen: memory now, what is loaded, the server, and the way from an empty machine to
/// Claude Code on a model of one's own.
package dev.switchyard.ui.overview;
