package dev.switchyard.domain.modelfile;

/// A place in a text as editors count it.
///
/// @param line from 1; `\n`, `\r\n` and a lone `\r` end a line
/// @param column from 1, in characters
public record Location(int line, int column) {}
