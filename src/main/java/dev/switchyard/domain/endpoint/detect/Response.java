package dev.switchyard.domain.endpoint.detect;

import java.util.Map;
import java.util.Optional;

/// What came back for one question.
///
/// @param server the header of that name; empty where there is none
/// @param body at most [#MOST_BYTES] of it
public record Response(Inquiry.Question question, int status, String server, String body) {
  /// More than any sign needs.
  public static final int MOST_BYTES = 256 << 10;

  public boolean isAnswer() {
    return status >= 200 && status < 300;
  }

  public boolean asksForToken() {
    return status == 401 || status == 403;
  }

  /// A value in the body where that is JSON, such as `data[0].owned_by`.
  public Optional<String> fact(String path) {
    return Optional.ofNullable(facts().get(path));
  }

  Map<String, String> facts() {
    return FlatJson.of(body);
  }
}
