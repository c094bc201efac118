/// Projects that Claude Code is used in: which are known, what git says of them, the section in
/// CLAUDE.md.
package dev.switchyard.domain.project;
