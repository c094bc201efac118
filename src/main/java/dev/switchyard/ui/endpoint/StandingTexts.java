package dev.switchyard.ui.endpoint;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.health.Health;
import dev.switchyard.domain.health.HealthWords;
import dev.switchyard.ui.component.StateDot;
import dev.switchyard.ui.endpoint.Standing.Asked;
import java.time.format.FormatStyle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Writes how an endpoint stands for people.
final class StandingTexts {
  private static final int LISTED = 6;

  private final EndpointTexts texts;

  StandingTexts(EndpointTexts texts) {
    this.texts = texts;
  }

  /// Green stands for what was seen, and for nothing else.
  static StateDot.State dot(Standing standing) {
    return switch (standing) {
      case Standing.NotAsked _ -> StateDot.State.UNPROVEN;
      case Standing.Asking _ -> StateDot.State.BUSY;
      case Asked asked -> asked.isProven() ? StateDot.State.DONE : StateDot.State.BAD;
    };
  }

  /// For the table.
  String brief(Standing standing) {
    return switch (standing) {
      case Standing.NotAsked _ -> texts.text("endpoints.standing.not-asked");
      case Standing.Asking _ -> texts.text("endpoints.standing.asking");
      case Asked(var health, var at) ->
          texts.text(
              "endpoints.standing." + health.verdict().id(),
              texts.texts().timeOfDay(at, FormatStyle.SHORT));
    };
  }

  /// With what it means, and with all that is wrong.
  String whole(Standing standing) {
    return switch (standing) {
      case Standing.NotAsked _ -> texts.text("endpoints.standing.not-asked.means");
      case Standing.Asking _ -> brief(standing);
      case Asked asked -> brief(asked) + ". " + reasons(asked);
    };
  }

  private String reasons(Asked asked) {
    return asked.isProven()
        ? texts.text("endpoints.standing.well.means")
        : String.join(" ", asked.health().objections().stream().map(texts::text).toList());
  }

  /// For the table; nothing where it is not known.
  String latency(Standing standing) {
    if (!(standing instanceof Asked(var health, _))) {
      return "";
    }
    return health
        .latency()
        .toOptional()
        .map(
            latency -> texts.text("endpoints.latency.median", HealthWords.millis(latency.median())))
        .orElse("");
  }

  /// What was found out, by its column. What is not known stands among the reasons.
  Map<String, String> facts(Health health) {
    var facts = new LinkedHashMap<String, String>();
    health
        .admission()
        .toOptional()
        .ifPresent(found -> facts.put("admitted", texts.text(HealthWords.of(found))));
    health
        .latency()
        .toOptional()
        .ifPresent(found -> facts.put("latency", texts.text(HealthWords.of(found))));
    health
        .firstToken()
        .toOptional()
        .ifPresent(found ->
            facts.put("first-token", found.model() + ": " + texts.text(HealthWords.of(found))));
    if (health.listed() instanceof Known.Value<List<String>>(var names)) {
      facts.put("model", listed(names));
    }
    return facts;
  }

  private String listed(List<String> names) {
    return texts.text(
        names.size() > LISTED ? "endpoints.listed.more" : "endpoints.listed",
        names.size(),
        String.join(", ", names.stream().limit(LISTED).toList()));
  }
}
