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

  /// What answers there, in a sentence.
  public Message headline() {
    return switch (kind) {
      case Known.Unknown<EndpointKind>(var reason) ->
          Message.of("endpoint.detected.unknown", url.toString(), reason);
      case Known.Value<EndpointKind>(var found) ->
          Message.of("endpoint.detected." + certainty.id(), url.toString(), named(found));
    };
  }

  private String named(EndpointKind found) {
    return version.toOptional().map(told -> found.product() + " " + told).orElse(found.product());
  }

  /// Whether Claude Code can use it, in a sentence.
  public Message aboutMessages() {
    return switch (speaksMessages) {
      case Known.Unknown<Boolean>(var reason) -> reason;
      case Known.Value<Boolean>(var speaks) ->
          Message.of(speaks ? "cli.endpoint.speaks" : "cli.endpoint.speaks-not");
    };
  }
}
