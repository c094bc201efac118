package dev.switchyard.domain.endpoint.detect;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.endpoint.EndpointKind;
import dev.switchyard.domain.endpoint.EndpointUrl;
import java.util.List;

/// What an address was found to be.
///
/// @param certainty of the kind; NONE where it is not known
/// @param version as the server names it
/// @param speaksMessages whether it takes requests at `/v1/messages`, as Claude Code sends them
/// @param asksForToken whether it refused something for the lack of a credential
/// @param evidence what was seen, the strongest first
public record Detection(
    EndpointUrl url,
    Known<EndpointKind> kind,
    Certainty certainty,
    Known<String> version,
    Known<Boolean> speaksMessages,
    boolean asksForToken,
    List<Message> evidence) {
  /// How sure the kind is.
  public enum Certainty {
    /// Something that only this kind answers, and nothing that only another one does.
    CERTAIN("certain"),
    /// Several signs that others may show too, or some of different kinds.
    LIKELY("likely"),
    /// One such sign.
    GUESS("guess"),
    NONE("none");

    private final String id;

    Certainty(String id) {
      this.id = id;
    }

    /// As scripts name it.
    public String id() {
      return id;
    }
  }
}
