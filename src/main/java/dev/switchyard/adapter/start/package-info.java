/// What feeds the environment of a Claude Code on this machine: the login shell is asked, and the
/// files and stores of session, system and VS Code are read. How their answers are to be understood
/// is not decided here.
package dev.switchyard.adapter.start;
