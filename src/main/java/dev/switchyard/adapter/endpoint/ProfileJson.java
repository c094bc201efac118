package dev.switchyard.adapter.endpoint;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.PortException.Kind;
import dev.switchyard.domain.endpoint.EndpointKind;
import dev.switchyard.domain.endpoint.EndpointUrl;
import dev.switchyard.domain.endpoint.profile.EndpointProfile;
import dev.switchyard.domain.endpoint.profile.TimeLimits;
import dev.switchyard.domain.endpoint.profile.TokenSource;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// One endpoint as it stands in the file: `{"name": "box", "kind": "vllm", "url":
/// "https://box.lan", "token": {"variable": "BOX_TOKEN"}, "caFile": "/etc/team-ca.pem",
/// "connectSeconds": 5, "answerSeconds": 120}`.
final class ProfileJson {
  private static final String TOKEN = "token";
  private static final String CA_FILE = "caFile";
  private static final String CONNECT = "connectSeconds";
  private static final String ANSWER = "answerSeconds";

  private ProfileJson() {}

  /// @throws PortException REFUSED, MALFORMED with what is wrong
  static EndpointProfile read(JsonNode node) throws PortException {
    return EndpointProfile.of(
        text(node, "name"),
        kind(text(node, "kind")),
        EndpointUrl.read(text(node, "url")),
        token(node.path(TOKEN)),
        caFile(node.path(CA_FILE)),
        new TimeLimits(
            seconds(node, CONNECT, TimeLimits.USUAL.connect()),
            seconds(node, ANSWER, TimeLimits.USUAL.answer())));
  }

  /// Leaves fields as they are that it does not know.
  static void write(ObjectNode node, EndpointProfile profile) {
    node.put("name", profile.name())
        .put("kind", profile.kind().id())
        .put("url", profile.url().toString());
    node.remove(TOKEN);
    switch (profile.token()) {
      case TokenSource.None _ -> {}
      case TokenSource.Literal(var text) -> node.putObject(TOKEN).put("literal", text);
      case TokenSource.Variable(var name) -> node.putObject(TOKEN).put("variable", name);
      case TokenSource.Command(var line) -> node.putObject(TOKEN).put("command", line);
    }
    node.remove(CA_FILE);
    profile.caFile().ifPresent(file -> node.put(CA_FILE, file.toString()));
    node.put(CONNECT, profile.limits().connect().toSeconds())
        .put(ANSWER, profile.limits().answer().toSeconds());
  }

  private static String text(JsonNode node, String field) throws PortException {
    var value = node.path(field);
    if (!value.isString() || value.stringValue().isBlank()) {
      throw malformed(Message.of("endpoint.file.field", field));
    }
    return value.stringValue();
  }

  private static EndpointKind kind(String id) throws PortException {
    return EndpointKind.of(id)
        .orElseThrow(() ->
            malformed(
                Message.of("endpoint.profile.kind", id, String.join(", ", EndpointKind.ids()))));
  }

  private static TokenSource token(JsonNode node) throws PortException {
    if (node.isMissingNode()) {
      return new TokenSource.None();
    }
    if (node.size() == 1) {
      var field = node.properties().iterator().next();
      var value = field.getValue().asString("");
      switch (field.getKey()) {
        case "literal" -> {
          return new TokenSource.Literal(value);
        }
        case "variable" -> {
          return new TokenSource.Variable(value);
        }
        case "command" -> {
          return new TokenSource.Command(value);
        }
        default -> {}
      }
    }
    throw malformed(Message.of("endpoint.file.token"));
  }

  private static Optional<Path> caFile(JsonNode node) throws PortException {
    if (node.isMissingNode()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Path.of(node.asString("")));
    } catch (InvalidPathException _) {
      throw malformed(Message.of("endpoint.profile.ca"));
    }
  }

  private static Duration seconds(JsonNode node, String field, Duration usual)
      throws PortException {
    var value = node.path(field);
    if (value.isMissingNode()) {
      return usual;
    }
    if (!value.isInt()) {
      throw malformed(Message.of("endpoint.profile.limits"));
    }
    return Duration.ofSeconds(value.intValue());
  }

  private static PortException malformed(Message reason) {
    return new PortException(Kind.MALFORMED, reason);
  }
}
