package dev.switchyard.domain.capability;

import java.util.List;
import java.util.Map;

/// A picture in the request itself.
final class Base64Image extends ReadProbe {
  /// 64 × 64 points of one red, as PNG.
  private static final String RED =
      "iVBORw0KGgoAAAANSUhEUgAAAEAAAABACAIAAAAlC+aJAAAAT0lEQVR42u3PQQkAAAgEsItw/dMZxQi+hcEK"
          + "LNO+FgEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQGBywLQTQDx3uY1cQAA"
          + "AABJRU5ErkJggg==";

  private static final String QUESTION = "What colour fills this picture? Answer with one word.";

  @Override
  public String id() {
    return "base64-image";
  }

  @Override
  String word() {
    return "red";
  }

  @Override
  Question with(Subject subject) {
    return Question.to(subject, 64)
        .user(
            List.of(
                Map.of(
                    "type",
                    "image",
                    "source",
                    Map.of("type", "base64", "media_type", "image/png", "data", RED)),
                Map.of("type", "text", "text", QUESTION)));
  }

  @Override
  Question without(Subject subject) {
    return Question.to(subject, 64).user(QUESTION);
  }
}
