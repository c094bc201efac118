package dev.switchyard.domain.probe;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.route.Destination;
import dev.switchyard.domain.route.EffectiveRoute;
import dev.switchyard.domain.route.EffectiveRoute.Credential;
import dev.switchyard.domain.route.EffectiveRoute.Severity;
import dev.switchyard.domain.route.Layer;
import dev.switchyard.domain.route.RouteChoice;
import dev.switchyard.domain.route.RouteSentence;
import dev.switchyard.domain.route.RoutedModels;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Compares what a person chose, what the settings say, and what was seen. Another difference is
/// one more method.
final class Comparison {
  private static final String ATTRIBUTION = "CLAUDE_CODE_ATTRIBUTION_HEADER";

  private final EffectiveRoute route;
  private final RoutedModels models;
  private final List<Difference> differences = new ArrayList<>();

  Comparison(EffectiveRoute route) {
    this.route = route;
    this.models = new RoutedModels(route);
  }

  List<Difference> differences() {
    return List.copyOf(differences);
  }

  /// Why nothing more may be sent, after what was seen.
  Optional<Message> leak() {
    return differences.stream()
        .filter(difference -> difference.id().equals("credential-seen"))
        .map(Difference::text)
        .findFirst();
  }

  /// @param chosen what the person chose for the folder in Switchyard
  Comparison with(RouteChoice chosen) {
    boolean contradicts =
        switch (chosen) {
          case LOCAL -> route.destination() == Destination.CLOUD;
          case CLOUD -> route.destination() != Destination.CLOUD;
          case INHERIT -> false;
        };
    if (contradicts) {
      add(
          "not-as-chosen",
          urlLayer(),
          "verify.choice." + (chosen == RouteChoice.LOCAL ? "local" : "cloud"));
    }
    return this;
  }

  /// What the settings alone show to be wrong.
  Comparison withProblems() {
    route.problems().stream()
        .filter(problem -> problem.severity() == Severity.ERROR)
        .forEach(problem ->
            differences.add(
                new Difference(problem.id(), ProblemLayer.of(route, problem), problem.text())));
    return this;
  }

  Comparison with(WhereSeen seen) {
    seen.failure().ifPresentOrElse(this::failed, () -> answered(seen));
    boolean cloud = route.destination() == Destination.CLOUD;
    seen.servedByAnthropic()
        .filter(
            anthropic -> anthropic != cloud && !route.baseUrl().isEmpty() || anthropic && !cloud)
        .ifPresent(
            _ -> add("served-elsewhere", urlLayer(), "verify.difference.served-elsewhere", host()));
    if (!seen.model().isEmpty() && !models.routes(seen.model())) {
      add("model-differs", models.layer(), "verify.difference.model-differs", seen.model());
    }
    return this;
  }

  private void failed(AnswerFailure failure) {
    switch (failure.kind()) {
      case MODEL_MISSING ->
          add(
              "model-missing",
              models.layer(),
              "verify.difference.model-missing",
              host(),
              route.model().orElse(""));
      case NOT_LOGGED_IN ->
          add("not-logged-in", Optional.empty(), "verify.difference.not-logged-in", host());
      case UNREACHABLE, REFUSED ->
          add(
              "answer-failed",
              Optional.empty(),
              "verify.difference.answer-failed",
              host(),
              failure.text());
    }
  }

  private void answered(WhereSeen seen) {
    if (seen.evidence() instanceof EndpointEvidence.Silent) {
      add("endpoint-silent", urlLayer(), "verify.difference.endpoint-silent", host());
    } else if (seen.answerId().isEmpty()) {
      add("no-answer", Optional.empty(), "verify.difference.no-answer", host());
    }
    if (seen.isCut()) {
      add(
          "prompt-cut",
          Optional.empty(),
          "verify.difference.prompt-cut",
          String.valueOf(seen.promptTokens().orElseThrow()),
          String.valueOf(seen.contextTokens().orElseThrow()));
    }
    seen.models().forEach(this::asked);
  }

  Comparison with(WhatSeen seen) {
    if (seen.requests() == 0) {
      add("witness-silent", urlLayer(), "verify.difference.witness-silent");
      return this;
    }
    seen.models().forEach(this::asked);
    seen.credentials().forEach(this::carried);
    seen.prefixDiffersAt()
        .ifPresent(part ->
            add("prefix-unstable", prefixLayer(part), "verify.difference.prefix-unstable", part));
    return this;
  }

  private void asked(String model) {
    if (models.routes(model)) {
      return;
    }
    var difference =
        RoutedModels.variable(model)
            .map(variable -> Message.of("verify.difference.other-tier", model, variable))
            .orElseGet(() -> Message.of("verify.difference.other-model", model));
    if (differences.stream().noneMatch(known -> known.text().equals(difference))) {
      differences.add(new Difference("other-model", Optional.of(Layer.DEFAULT), difference));
    }
  }

  private void carried(String header, CredentialKind kind) {
    boolean unexpected =
        route.credential() == Credential.NONE && kind != CredentialKind.PLACEHOLDER;
    if (kind == CredentialKind.CLOUD || unexpected) {
      var key = header.equals("authorization") ? "ANTHROPIC_AUTH_TOKEN" : "ANTHROPIC_API_KEY";
      add(
          "credential-seen",
          Optional.of(layer(key).orElse(Layer.DEFAULT)),
          "verify.difference.credential-seen",
          header);
    }
  }

  /// The first block of the system prompt names the version and a sum of the first words, unless it
  /// is switched off.
  private Optional<Layer> prefixLayer(String part) {
    return part.equals("system[0]")
        ? Optional.of(layer(ATTRIBUTION).orElse(Layer.DEFAULT))
        : Optional.empty();
  }

  private Optional<Layer> urlLayer() {
    return Optional.of(
        ProblemLayer.ofSkippedFile(route)
            .or(() -> layer("ANTHROPIC_BASE_URL"))
            .orElse(Layer.DEFAULT));
  }

  private Optional<Layer> layer(String key) {
    return Optional.ofNullable(route.values().get(key)).map(EffectiveRoute.Setting::winner);
  }

  private String host() {
    return RouteSentence.host(route);
  }

  private void add(String id, Optional<Layer> layer, String key, Object... arguments) {
    differences.add(new Difference(id, layer, Message.of(key, arguments)));
  }
}
