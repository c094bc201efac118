package dev.switchyard.domain.endpoint.detect;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import java.util.regex.Pattern;

/// Whether an address takes Anthropic's Messages API: told by how it refuses a request without
/// anything in it, so that no model has to answer.
public final class Messages {
  public static final String PATH = "/v1/messages";

  /// What a server misses in an empty request.
  private static final Pattern MISSED =
      Pattern.compile(
          "(?i)\\b(?:messages|max_tokens|model)\\b.*\\brequired\\b|Field required"
              + "|Missing required|\\brequired\\b.*\\b(?:messages|max_tokens|model)\\b",
          Pattern.DOTALL);

  private Messages() {}

  static Known<Boolean> areSpoken(Responses all) {
    var refusal = all.at(PATH);
    if (refusal.isEmpty()) {
      return Known.unknown(Message.of("endpoint.messages.silent"));
    }
    return areSpoken(refusal.get());
  }

  /// @param one what came back for an empty request at [#PATH]
  public static Known<Boolean> areSpoken(Response one) {
    if (one.status() == 404 || one.status() == 405 || one.body().contains("Unexpected endpoint")) {
      return Known.of(false);
    }
    if (one.asksForToken()) {
      return Known.unknown(Message.of("endpoint.messages.token"));
    }
    boolean shaped =
        one.fact("type").filter("error"::equals).isPresent() && one.fact("error.type").isPresent();
    return shaped || !one.isAnswer() && MISSED.matcher(one.body()).find()
        ? Known.of(true)
        : Known.unknown(Message.of("endpoint.messages.unclear", one.status()));
  }
}
