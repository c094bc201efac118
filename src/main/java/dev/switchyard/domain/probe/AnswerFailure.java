package dev.switchyard.domain.probe;

import java.util.Optional;

/// Why Claude Code got no answer.
///
/// @param kind what kind of failure it was
/// @param status the HTTP status, where there was one
/// @param text Claude Code's own words
public record AnswerFailure(Kind kind, Optional<Integer> status, String text) {
  /// What a person does next depends on it.
  public enum Kind {
    /// Nobody listens there, or what listens drops the connection.
    UNREACHABLE,
    /// The server does not know the model.
    MODEL_MISSING,
    /// The server wants another credential, or Claude Code has none.
    NOT_LOGGED_IN,
    /// Anything else that the server said.
    REFUSED
  }

  /// @param reason Claude Code's own name of the failure, such as `connection_failed`
  public static AnswerFailure of(Optional<Integer> status, String reason, String text) {
    return new AnswerFailure(kind(status.orElse(0), reason, text), status, text);
  }

  private static Kind kind(int status, String reason, String text) {
    if (status == 404) {
      return Kind.MODEL_MISSING;
    }
    if (status == 401
        || status == 403
        || reason.equals("authentication_failed")
        || text.startsWith("Not logged in")) {
      return Kind.NOT_LOGGED_IN;
    }
    boolean noAnswer = reason.equals("connection_failed") || text.contains("ECONN");
    return status == 0 && noAnswer ? Kind.UNREACHABLE : Kind.REFUSED;
  }
}
