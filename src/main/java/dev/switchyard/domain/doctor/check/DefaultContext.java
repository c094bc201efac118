package dev.switchyard.domain.doctor.check;

import static dev.switchyard.domain.route.EffectiveRoute.Severity.INFO;
import static dev.switchyard.domain.route.EffectiveRoute.Severity.WARNING;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.Tokens;
import dev.switchyard.domain.doctor.Check;
import dev.switchyard.domain.doctor.Finding;
import dev.switchyard.domain.doctor.MachineFacts;
import dev.switchyard.domain.doctor.Outcome;
import dev.switchyard.domain.doctor.ServerEnvironment;
import dev.switchyard.domain.doctor.ServerEnvironment.Placed;
import dev.switchyard.domain.model.ClaudeCodeReadiness;
import dev.switchyard.domain.model.InstalledModel;
import dev.switchyard.domain.model.LoadedModel;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The context that the server gives to models that name none is too short for Claude Code. It is
/// seen in what the server is started with, or on such a model in memory; otherwise it depends on
/// the memory of the GPUs, and nobody tells it.
final class DefaultContext implements Check {
  private static final String ID = "default-context";
  private static final String VARIABLE = "OLLAMA_CONTEXT_LENGTH";

  @Override
  public String id() {
    return ID;
  }

  /// @param evidence where it was seen
  private record Seen(int tokens, Message evidence) {}

  @Override
  public Outcome of(MachineFacts facts) {
    var seen = started(facts).or(() -> inMemory(facts));
    if (seen.isEmpty()) {
      return new Unseen().of(facts);
    }
    return seen.get().tokens() >= ClaudeCodeReadiness.NEEDED_CONTEXT
        ? Outcome.fine("doctor.fine.default-context", new Tokens(seen.get().tokens()))
        : new Outcome.Found(finding(facts, seen.get()));
  }

  /// What is no number, or 0, counts as not set.
  private static Optional<Seen> started(MachineFacts facts) {
    return facts
        .host()
        .environment()
        .toOptional()
        .flatMap((ServerEnvironment server) -> server.variable(VARIABLE))
        .filter(placed -> placed.value().matches("[1-9]\\d{0,8}"))
        .map((Placed placed) ->
            new Seen(
                Integer.parseInt(placed.value()),
                Message.of(
                    "doctor.evidence.server-variable", VARIABLE, placed.value(), placed.place())));
  }

  /// A model that was trained for no more may have been meant to have more.
  private static Optional<Seen> inMemory(MachineFacts facts) {
    var loaded = facts.server().loaded().toOptional().orElse(List.of());
    var installed = facts.server().models().toOptional().orElse(List.of());
    return loaded.stream()
        .filter(one -> one.contextLength() > 0)
        .filter(one -> installed.stream().anyMatch(model -> showsDefault(model, one)))
        .map(one ->
            new Seen(
                one.contextLength(),
                Message.of("doctor.evidence.loaded", one.name().shortText(), one.contextLength())))
        .findFirst();
  }

  private static boolean showsDefault(InstalledModel model, LoadedModel loaded) {
    return model.name().equals(loaded.name())
        && model.configuredContext() instanceof Known.Unknown<Integer>
        && model
            .trainedContext()
            .toOptional()
            .filter(most -> most > loaded.contextLength())
            .isPresent();
  }

  /// Where the project's model names its own it is only a trap for others.
  private static Finding finding(MachineFacts facts, Seen seen) {
    var needed = ClaudeCodeReadiness.NEEDED_CONTEXT;
    return new Finding(
        counts(facts) ? WARNING : INFO,
        Message.of("doctor.cause.default-context", new Tokens(seen.tokens()), new Tokens(needed)),
        List.of(seen.evidence()),
        Message.of("doctor.risk.default-context"),
        StartedWith.remedy(facts, Map.of(VARIABLE, String.valueOf(needed))));
  }

  /// Whether the project's model names none of its own.
  private static boolean counts(MachineFacts facts) {
    return facts
        .model()
        .name()
        .flatMap(name -> facts.server().model(name).toOptional().flatMap(found -> found))
        .filter(model -> model.configuredContext() instanceof Known.Unknown<Integer>)
        .isPresent();
  }

  /// Nobody has to know it where the project's model names a context of its own.
  private static final class Unseen extends OfModel {
    @Override
    public String id() {
      return ID;
    }

    @Override
    Outcome installed(MachineFacts facts, InstalledModel model) {
      return model.configuredContext() instanceof Known.Unknown<Integer>
          ? new Outcome.Unknown(Message.of("doctor.unknown.default-context"))
          : Outcome.fine("doctor.fine.default-context-unused", model.name().shortText());
    }
  }
}
