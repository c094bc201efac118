package dev.switchyard.domain.doctor;

import dev.switchyard.domain.Message;

/// What a check says.
public sealed interface Outcome {
  /// Something is wrong.
  record Found(Finding finding) implements Outcome {}

  /// Nothing is wrong.
  ///
  /// @param why what that rests on, or why the question does not arise
  record Fine(Message why) implements Outcome {}

  /// Nobody can tell.
  record Unknown(Message reason) implements Outcome {}

  static Outcome fine(String key, Object... arguments) {
    return new Fine(Message.of(key, arguments));
  }
}
