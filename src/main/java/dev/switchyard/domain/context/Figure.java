package dev.switchyard.domain.context;

import dev.switchyard.domain.Message;

/// A context length and who says so.
///
/// @param tokens the length, in tokens
/// @param source where it is from, for the person
public record Figure(int tokens, Message source) {}
