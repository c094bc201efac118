package dev.switchyard.domain.doctor.check;

import static dev.switchyard.domain.route.EffectiveRoute.Severity.WARNING;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.doctor.Finding;
import dev.switchyard.domain.doctor.MachineFacts;
import dev.switchyard.domain.doctor.Outcome;
import dev.switchyard.domain.doctor.PromptReading;
import dev.switchyard.domain.doctor.Remedy;
import dev.switchyard.domain.doctor.ServerEnvironment;
import dev.switchyard.domain.doctor.ServerEnvironment.Starter;
import dev.switchyard.domain.doctor.Step;
import dev.switchyard.domain.model.InstalledModel;
import dev.switchyard.domain.model.LoadedModel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The model leaves memory sooner after a request than its prompt takes to be read again: a short
/// break of the person's then costs the whole time.
final class ShortStay extends OfModel {
  /// What Ollama keeps a model by itself; less was chosen by somebody.
  private static final Duration USUAL = Duration.ofMinutes(5);

  /// Long enough whatever the prompt takes.
  private static final Duration LONG = Duration.ofHours(1);

  @Override
  public String id() {
    return "keep-alive";
  }

  @Override
  Outcome installed(MachineFacts facts, InstalledModel model) {
    var needed = needed(facts);
    var left = left(facts, model);
    if (left.filter(time -> time.compareTo(needed.orElse(LONG)) >= 0).isPresent()) {
      return Outcome.fine("doctor.fine.stays", model.name().shortText(), minutes(left.get()));
    }
    return switch (facts.host().environment()) {
      case Known.Unknown<ServerEnvironment>(var reason) -> new Outcome.Unknown(reason);
      case Known.Value<ServerEnvironment>(var server) -> {
        var stay = server.keepAlive();
        if (stay.compareTo(needed.orElse(USUAL)) < 0) {
          yield new Outcome.Found(finding(facts, model, server));
        }
        yield needed.isPresent() || stay.compareTo(LONG) >= 0
            ? Outcome.fine("doctor.fine.stays", model.name().shortText(), minutes(stay))
            : unknown(facts);
      }
    };
  }

  private static Outcome unknown(MachineFacts facts) {
    return facts.model().reading() instanceof Known.Unknown<PromptReading>(var reason)
        ? new Outcome.Unknown(reason)
        : new Outcome.Unknown(Message.of("doctor.unknown.speed"));
  }

  /// At least what is usual; empty where nobody knows how long the prompt takes.
  private static Optional<Duration> needed(MachineFacts facts) {
    return facts
        .model()
        .reading()
        .toOptional()
        .map(PromptReading::duration)
        .map(time -> time.compareTo(USUAL) < 0 ? USUAL : time);
  }

  /// How long it will stay from now on, where it is in memory.
  private static Optional<Duration> left(MachineFacts facts, InstalledModel model) {
    return facts.server().loaded().toOptional().orElse(List.of()).stream()
        .filter(one -> one.digest().equals(model.digest()) || one.name().equals(model.name()))
        .map(LoadedModel::expiresAt)
        .map(end -> Duration.between(facts.at(), end))
        .findFirst();
  }

  /// Centuries mean forever, and are cut so that they can be written.
  private static long minutes(Duration time) {
    return Math.min(time.toMinutes(), Duration.ofDays(365_000).toMinutes());
  }

  private static Finding finding(
      MachineFacts facts, InstalledModel model, ServerEnvironment server) {
    var name = model.name().shortText();
    var evidence = new ArrayList<>(ServiceVariables.evidence("OLLAMA_KEEP_ALIVE", server));
    facts
        .model()
        .reading()
        .toOptional()
        .map(reading ->
            Message.of(
                reading.measured() ? "doctor.evidence.reading" : "doctor.evidence.reading-usual",
                reading.tokens(),
                reading.duration().toSeconds(),
                Math.round(reading.tokensPerSecond())))
        .ifPresent(evidence::add);
    return new Finding(
        WARNING,
        Message.of("doctor.cause.keep-alive", name, server.keepAlive().toSeconds()),
        evidence,
        Message.of("doctor.risk.keep-alive"),
        remedy(facts, model, server));
  }

  /// Where the service is not ours to change the model is kept as long as this server runs.
  private static Remedy remedy(MachineFacts facts, InstalledModel model, ServerEnvironment server) {
    return server.starter() == Starter.USER_SERVICE
        ? StartedWith.remedy(facts, Map.of("OLLAMA_KEEP_ALIVE", "24h"))
        : Remedy.Fix.of(new Step.KeepLoaded(facts.server().url(), model.name()));
  }
}
