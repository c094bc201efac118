package dev.switchyard.domain.doctor.check;

import static dev.switchyard.domain.route.EffectiveRoute.Severity.INFO;
import static dev.switchyard.domain.route.EffectiveRoute.Severity.WARNING;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.Tokens;
import dev.switchyard.domain.doctor.Finding;
import dev.switchyard.domain.doctor.MachineFacts;
import dev.switchyard.domain.doctor.Outcome;
import dev.switchyard.domain.doctor.Remedy;
import dev.switchyard.domain.doctor.Rival;
import dev.switchyard.domain.model.ClaudeCodeReadiness;
import dev.switchyard.domain.model.InstalledModel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Somebody else asks the same server for the same weights with another context, or for any other
/// model where it keeps only one: each request of one unloads the other.
final class ModelEvicted extends OfModel {
  private static final String MOST_LOADED = "OLLAMA_MAX_LOADED_MODELS";

  @Override
  public String id() {
    return "model-evicted";
  }

  @Override
  Outcome installed(MachineFacts facts, InstalledModel model) {
    return switch (facts.model().rivals()) {
      case Known.Unknown<List<Rival>>(var reason) -> new Outcome.Unknown(reason);
      case Known.Value<List<Rival>>(var all) -> of(facts, model, all);
    };
  }

  private static Outcome of(MachineFacts facts, InstalledModel model, List<Rival> all) {
    var own = model.configuredContext().toOptional();
    var same =
        all.stream()
            .filter(Rival::sameWeights)
            .filter(rival -> !rival.contextTokens().equals(own))
            .toList();
    if (!same.isEmpty()) {
      return new Outcome.Found(sameWeights(facts, model, same));
    }
    return keepsOne(facts) && !all.isEmpty()
        ? new Outcome.Found(onlyOne(facts, model, all))
        : Outcome.fine("doctor.fine.rivals", model.name().shortText(), all.size());
  }

  private static boolean keepsOne(MachineFacts facts) {
    return facts
        .host()
        .environment()
        .toOptional()
        .flatMap(server -> server.variable(MOST_LOADED))
        .filter(placed -> placed.value().equals("1"))
        .isPresent();
  }

  private static Finding sameWeights(MachineFacts facts, InstalledModel model, List<Rival> rivals) {
    return new Finding(
        WARNING,
        Message.of(
            "doctor.cause.model-evicted",
            model.name().shortText(),
            rivals.getFirst().model().shortText()),
        evidence(model, rivals),
        Message.of("doctor.risk.model-evicted"),
        together(facts, model, rivals));
  }

  private static Finding onlyOne(MachineFacts facts, InstalledModel model, List<Rival> rivals) {
    var evidence = new ArrayList<>(evidence(model, rivals));
    facts
        .host()
        .environment()
        .toOptional()
        .map(server -> ServiceVariables.evidence(MOST_LOADED, server))
        .ifPresent(evidence::addAll);
    return new Finding(
        INFO,
        Message.of(
            "doctor.cause.one-model",
            model.name().shortText(),
            rivals.getFirst().model().shortText()),
        evidence,
        Message.of("doctor.risk.model-evicted"),
        StartedWith.remedy(facts, Map.of(MOST_LOADED, "0")));
  }

  private static List<Message> evidence(InstalledModel model, List<Rival> rivals) {
    var lines = new ArrayList<Message>();
    lines.add(
        Message.of(
            "doctor.evidence.own-context",
            model.name().shortText(),
            context(model.configuredContext().toOptional())));
    for (var rival : rivals) {
      lines.add(
          Message.of(
              "doctor.evidence.rival",
              rival.model().shortText(),
              context(rival.contextTokens()),
              rival
                  .project()
                  .<Object>map(Path::toString)
                  .orElseGet(() -> Message.of("doctor.evidence.in-memory"))));
    }
    return lines;
  }

  private static Object context(Optional<Integer> tokens) {
    return tokens
        .<Object>map(Tokens::new)
        .orElseGet(() -> Message.of("doctor.evidence.no-context"));
  }

  /// The one with the longer context serves both: this project's route is Switchyard's to change,
  /// the others are changed where they are.
  private static Remedy together(MachineFacts facts, InstalledModel model, List<Rival> rivals) {
    int own = model.configuredContext().toOptional().orElse(0);
    return rivals.stream()
        .filter(rival -> rival.contextTokens().orElse(0) > own)
        .filter(rival -> rival.contextTokens().orElse(0) >= ClaudeCodeReadiness.NEEDED_CONTEXT)
        .findFirst()
        .flatMap(rival ->
            RepairedRoute.to(
                facts.project(), rival.model().shortText(), rival.contextTokens().orElseThrow()))
        .<Remedy>map(Remedy.Fix::of)
        .orElseGet(() -> others(facts, model, rivals));
  }

  private static Remedy others(MachineFacts facts, InstalledModel model, List<Rival> rivals) {
    return new Remedy.ByHand(
        Message.of("doctor.by-hand.one-variant"),
        rivals.stream()
            .flatMap(rival -> rival.project().stream())
            .map(folder ->
                facts
                    .shell()
                    .call(
                        List.of(
                            "switchyard",
                            "route",
                            "local",
                            folder.toString(),
                            "--model",
                            model.name().shortText())))
            .toList());
  }
}
