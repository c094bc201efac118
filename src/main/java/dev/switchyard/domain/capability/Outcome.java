package dev.switchyard.domain.capability;

import dev.switchyard.domain.Message;

/// What an endpoint made of one request.
public sealed interface Outcome {
  /// A whole message.
  record Answered(Answer answer) implements Outcome {}

  /// The answer of the address that counts tokens.
  record Counted(long tokens) implements Outcome {}

  /// An error with its status.
  ///
  /// @param status the HTTP status, 400 to 599; 200 where an event of a stream says that it failed
  /// @param type the error's type where it has Anthropic's form, such as `invalid_request_error`,
  ///   else empty
  /// @param words the server's own, shortened
  record Refused(int status, String type, String words) implements Outcome {}

  /// Nothing that could be judged.
  ///
  /// @param reason why, for the person
  /// @param silent whether the time limit ended it
  record Failed(Message reason, boolean silent) implements Outcome {}
}
