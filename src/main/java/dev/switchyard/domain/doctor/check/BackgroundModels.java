package dev.switchyard.domain.doctor.check;

import static dev.switchyard.domain.route.EffectiveRoute.Severity.WARNING;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.doctor.Check;
import dev.switchyard.domain.doctor.Finding;
import dev.switchyard.domain.doctor.MachineFacts;
import dev.switchyard.domain.doctor.Outcome;
import dev.switchyard.domain.route.EffectiveRoute;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// The work in the background asks for other models of the same server: each request for another
/// one unloads the model of the conversation, with all that was read of it.
final class BackgroundModels implements Check {
  private static final List<String> KEYS =
      List.of(
          "ANTHROPIC_DEFAULT_OPUS_MODEL",
          "ANTHROPIC_DEFAULT_SONNET_MODEL",
          "ANTHROPIC_DEFAULT_HAIKU_MODEL",
          "ANTHROPIC_DEFAULT_FABLE_MODEL",
          "ANTHROPIC_SMALL_FAST_MODEL",
          "CLAUDE_CODE_SUBAGENT_MODEL");

  @Override
  public String id() {
    return "background-models";
  }

  @Override
  public Outcome of(MachineFacts facts) {
    return OfLocalRoute.judged(facts, route -> of(facts, route));
  }

  private static Outcome of(MachineFacts facts, EffectiveRoute route) {
    var others = others(route);
    return others.isEmpty()
        ? Outcome.fine("doctor.fine.background")
        : new Outcome.Found(
            new Finding(
                WARNING,
                Message.of(
                    "doctor.cause.background-models",
                    route.model().orElse(""),
                    String.join(", ", names(route, others))),
                Evidence.of(route, others),
                Message.of("doctor.risk.background-models"),
                RepairedRoute.of(facts.project(), plan -> others(plan.expected()).isEmpty())));
  }

  /// Which keys name another model than the conversation's. One that is not set is spoken of by
  /// another check.
  private static List<String> others(EffectiveRoute route) {
    return KEYS.stream()
        .filter(key -> {
          var setting = route.values().get(key);
          return setting != null
              && !setting.value().isEmpty()
              && !setting.value().equals("inherit")
              && !Optional.of(setting.value()).equals(route.model());
        })
        .toList();
  }

  private static Set<String> names(EffectiveRoute route, List<String> keys) {
    return keys.stream()
        .map(route.values()::get)
        .filter(Objects::nonNull)
        .map(EffectiveRoute.Setting::value)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
