/// The replies of a model as Claude Code notes them, and what their counts of tokens tell: a server
/// cuts a prompt that is too long without an error. Nothing of what was said is read.
///
/// Which context length a project has and needs is not here but in `context`.
package dev.switchyard.domain.reply;
