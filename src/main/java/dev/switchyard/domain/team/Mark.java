package dev.switchyard.domain.team;

import dev.switchyard.domain.Message;
import java.util.Locale;

/// Something in a shared file that a person has to know before they take it over.
///
/// @param text what happens, and where to
public record Mark(Kind kind, Message text) {
  /// Why it is marked.
  public enum Kind {
    /// Requests leave this machine.
    HOST,
    /// They leave it without encryption.
    IN_CLEAR,
    /// The value of an environment variable is sent.
    VARIABLE,
    /// A program runs on this machine.
    COMMAND,
    /// Certificates are trusted that the system does not know.
    AUTHORITY,
    /// Ollama sends the requests on to its cloud.
    CLOUD_MODEL;

    /// As scripts name it.
    public String id() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  static Mark of(TokenUse use) {
    var kind =
        switch (use.kind()) {
          case VARIABLE -> Kind.VARIABLE;
          case COMMAND -> Kind.COMMAND;
        };
    return new Mark(kind, Message.of("team.mark." + kind.id(), use.source(), use.host()));
  }
}
