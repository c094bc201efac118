package dev.switchyard.cli;

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
    console.line(detection.headline());
    detection.evidence().forEach(sign -> console.line("cli.endpoint.evidence", sign));
    console.line(detection.aboutMessages());
    if (detection.asksForToken()) {
      console.line("endpoint.detected.wants-token");
    }
  }

  static void print(Console console, List<Detection> found) {
    if (found.isEmpty()) {
      console.line("cli.endpoint.none-found");
    }
    found.forEach(detection -> print(console, detection));
  }
}
