package dev.switchyard.domain.doctor.check;

import static dev.switchyard.domain.route.EffectiveRoute.Severity.WARNING;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.doctor.Check;
import dev.switchyard.domain.doctor.Finding;
import dev.switchyard.domain.doctor.MachineFacts;
import dev.switchyard.domain.doctor.Outcome;
import dev.switchyard.domain.route.EffectiveRoute;
import java.util.List;
import java.util.Map;

/// Claude Code puts something into its prompts that changes from one conversation or request to the
/// next, near their beginning, so that the server reads them from there anew.
final class PrefixCache implements Check {
  private static final Map<String, String> NEEDED =
      Map.of("CLAUDE_CODE_ATTRIBUTION_HEADER", "0", "CLAUDE_CODE_TOTAL_TOKENS_REMINDER", "off");

  @Override
  public String id() {
    return "prefix-cache";
  }

  @Override
  public Outcome of(MachineFacts facts) {
    return OfLocalRoute.judged(facts, route -> of(facts, route));
  }

  private static Outcome of(MachineFacts facts, EffectiveRoute route) {
    var missing = missing(route);
    return missing.isEmpty()
        ? Outcome.fine("doctor.fine.prefix-cache")
        : new Outcome.Found(
            new Finding(
                WARNING,
                Message.of("doctor.cause.prefix-cache", String.join(", ", missing)),
                Evidence.of(route, missing),
                Message.of("doctor.risk.prefix-cache"),
                RepairedRoute.of(facts.project(), plan -> missing(plan.expected()).isEmpty())));
  }

  private static List<String> missing(EffectiveRoute route) {
    return NEEDED.entrySet().stream()
        .filter(key -> {
          var setting = route.values().get(key.getKey());
          return setting == null || !setting.value().equals(key.getValue());
        })
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }
}
