package dev.switchyard.domain.team;

import dev.switchyard.domain.Message;

/// A token that a shared file has Switchyard take from this machine and send: whoever wrote the
/// file chose both the source and the host, so that each pair needs a person's word of its own.
///
/// @param source the command in full, or the variable's name
/// @param host where the token goes
public record TokenUse(Kind kind, String source, String host) {
  /// Where a token is taken from. A literal is none: it came with the file.
  public enum Kind {
    /// What a program prints that runs on this machine.
    COMMAND("command"),
    /// The value of an environment variable.
    VARIABLE("variable");

    private final String id;

    Kind(String id) {
      this.id = id;
    }

    /// As scripts name it.
    public String id() {
      return id;
    }
  }

  /// What a person agrees to.
  ///
  /// @param endpoint whose token it is
  public Message question(String endpoint) {
    return Message.of("team.consent." + kind.id, endpoint, source, host);
  }

  /// What is missing where they did not.
  Message missing(String endpoint) {
    return Message.of("team.needs." + kind.id, endpoint, source, host);
  }
}
