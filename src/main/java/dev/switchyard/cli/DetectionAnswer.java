package dev.switchyard.cli;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.endpoint.EndpointKind;
import dev.switchyard.domain.endpoint.detect.Detection;
import java.util.List;

/// What answers at an address, for scripts and for people.
final class DetectionAnswer {
  private DetectionAnswer() {}

  static void fill(Answer answer, Detection detection) {
    answer
        .put("url", detection.url().toString())
        .put("kind", detection.kind().map(EndpointKind::id))
        .put("certainty", detection.certainty().id())
        .put("version", detection.version())
        .put("speaksMessages", detection.speaksMessages())
        .put("asksForToken", detection.asksForToken())
        .messages("evidence", detection.evidence());
  }

  static void print(Console console, Detection detection) {
    console.line(headline(detection));
    detection.evidence().forEach(sign -> console.line("cli.endpoint.evidence", sign));
    switch (detection.speaksMessages()) {
      case Known.Value<Boolean>(var speaks) ->
          console.line(speaks ? "cli.endpoint.speaks" : "cli.endpoint.speaks-not");
      case Known.Unknown<Boolean>(var reason) -> console.line(reason);
    }
    if (detection.asksForToken()) {
      console.line("cli.endpoint.wants-token");
    }
  }

  static void print(Console console, List<Detection> found) {
    if (found.isEmpty()) {
      console.line("cli.endpoint.none-found");
    }
    found.forEach(detection -> print(console, detection));
  }

  private static Message headline(Detection detection) {
    var url = detection.url().toString();
    return switch (detection.kind()) {
      case Known.Unknown<EndpointKind>(var reason) ->
          Message.of("cli.endpoint.is-unknown", url, reason);
      case Known.Value<EndpointKind>(var kind) ->
          Message.of("cli.endpoint.is-" + detection.certainty().id(), url, named(kind, detection));
    };
  }

  private static String named(EndpointKind kind, Detection detection) {
    return detection
        .version()
        .toOptional()
        .map(version -> kind.product() + " " + version)
        .orElse(kind.product());
  }
}
