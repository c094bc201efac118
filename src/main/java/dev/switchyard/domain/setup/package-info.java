/// What stands between this machine and Claude Code on a model of its own: the server's state, and
/// the guide's steps with the state of each. How a step is carried out belongs to its own subject.
package dev.switchyard.domain.setup;
