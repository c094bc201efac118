/// Running sessions of Claude Code, wherever the window shows them: a project's leaf, and the count
/// on its row.
package dev.switchyard.ui.session;
