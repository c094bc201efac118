package dev.switchyard.domain.context;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.Tokens;

/// A context length and who says so.
///
/// @param tokens the length, in tokens
/// @param source where it is from, for the person
public record Figure(int tokens, Message source) {
  /// Both in a few words.
  public Message text() {
    return Message.of("context.figure", new Tokens(tokens), source);
  }
}
