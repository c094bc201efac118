package dev.switchyard.domain;

import java.util.List;

/// A text for a person, not yet in any language: the key of an entry in the message bundle and its
/// arguments.
///
/// Domain and adapters produce messages, the window and the command line render them with `Texts`.
/// A test checks that every key named in the sources stands in the bundle.
///
/// @param key the entry's name in the bundle, such as `server.unreachable`
/// @param arguments what fills the entry's numbered places; a nested [Message] is rendered in place
public record Message(String key, List<Object> arguments) {
  public Message {
    arguments = List.copyOf(arguments);
  }

  public static Message of(String key, Object... arguments) {
    return new Message(key, List.of(arguments));
  }

  /// For logs and test failures only; what a person sees comes from the bundle.
  @Override
  public String toString() {
    return arguments.isEmpty() ? key : key + arguments;
  }
}
