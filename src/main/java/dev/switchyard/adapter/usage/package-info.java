/// Reads Claude Code's transcripts for what they tell of usage, each byte once, and keeps what was
/// counted and the prices that a person enters, as files of Switchyard's own.
///
/// Not here: what the figures mean (`domain.usage`), and how single sessions are looked at
/// (`adapter.claude`).
package dev.switchyard.adapter.usage;
