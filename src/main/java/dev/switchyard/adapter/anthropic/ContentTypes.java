package dev.switchyard.adapter.anthropic;

import java.util.Locale;
import java.util.Objects;
import okhttp3.Response;

/// What an answer says that it is.
final class ContentTypes {
  static final String EVENTS = "text/event-stream";
  static final String JSON = "application/json";

  private ContentTypes() {}

  /// Without its parameters; empty where there is none.
  static String of(Response response) {
    var header = Objects.requireNonNullElse(response.header("Content-Type"), "");
    return header.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }
}
