package dev.switchyard.domain.probe;

import static dev.switchyard.domain.route.text.JsonLiterals.text;

import dev.switchyard.domain.Cancellation;
import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.route.ClaudeStart;
import dev.switchyard.domain.route.EffectiveRoute;
import dev.switchyard.domain.route.ProxyRule;
import dev.switchyard.domain.route.RouteReader;
import dev.switchyard.domain.route.StartedFrom;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Two conversations with a witness in the endpoint's place. All else of the route stays as it is.
final class WhatRun {
  private static final String FIRST_PROMPT = "Answer with the one word: one";
  private static final String SECOND_PROMPT = "Say nothing but this one word: two";

  /// The witness answers at once; what takes time is Claude Code's start, with all its servers of
  /// tools.
  private static final Duration LIMIT = Duration.ofMinutes(2);

  private final HeadlessClaude claude;
  private final Witness.Opener witnesses;
  private final RouteReader routes;

  WhatRun(HeadlessClaude claude, Witness.Opener witnesses, RouteReader routes) {
    this.claude = claude;
    this.witnesses = witnesses;
    this.routes = routes;
  }

  /// @return unknown where requests would not come to the witness
  Known<WhatSeen> run(
      Path program,
      EffectiveRoute route,
      Consumer<? super VerifyStep> progress,
      Cancellation cancellation)
      throws PortException {
    try (var witness = witnesses.open()) {
      var settings = settings(route, witness.baseUrl());
      if (!leadsTo(witness, route.folder(), settings)) {
        return Known.unknown(Message.of("verify.skipped.overruled"));
      }
      progress.accept(VerifyStep.FIRST_CONVERSATION);
      var first = converse(witness, question(program, route, settings, FIRST_PROMPT), cancellation);
      progress.accept(VerifyStep.SECOND_CONVERSATION);
      var second =
          converse(witness, question(program, route, settings, SECOND_PROMPT), cancellation);
      return Known.of(WhatSeen.of(first, second));
    }
  }

  private List<WitnessedRequest> converse(
      Witness witness, HeadlessClaude.Question question, Cancellation cancellation)
      throws PortException {
    claude.ask(
        question,
        event -> {
          // What matters is what the witness sees.
        },
        cancellation);
    return witness.take();
  }

  private static HeadlessClaude.Question question(
      Path program, EffectiveRoute route, String settings, String prompt) {
    return new HeadlessClaude.Question(program, route.folder(), prompt, settings, false, LIMIT);
  }

  /// An administrator's settings are stronger than `--settings`: the requests would go where those
  /// say.
  private boolean leadsTo(Witness witness, Path folder, String settings) throws PortException {
    var start = new ClaudeStart(folder, StartedFrom.TERMINAL).withSettings(settings);
    var there = routes.read(start);
    return there.baseUrl().equals(witness.baseUrl()) && RouteHazard.catchingProxy(there).isEmpty();
  }

  private static String settings(EffectiveRoute route, String url) {
    var variables = new LinkedHashMap<String, String>();
    variables.put("ANTHROPIC_BASE_URL", url);
    if (ProxyRule.PROXY_VARIABLES.stream().anyMatch(name -> value(route, name).isPresent())) {
      var exempt = Stream.of("no_proxy", "NO_PROXY").flatMap(name -> value(route, name).stream());
      var list =
          Stream.concat(exempt.limit(1), Stream.of("127.0.0.1")).collect(Collectors.joining(","));
      variables.put("NO_PROXY", list);
      variables.put("no_proxy", list);
    }
    return "{\"env\":{" + members(variables) + "}}";
  }

  private static String members(Map<String, String> variables) {
    return variables.entrySet().stream()
        .map(entry -> text(entry.getKey()) + ":" + text(entry.getValue()))
        .collect(Collectors.joining(","));
  }

  private static Optional<String> value(EffectiveRoute route, String name) {
    return Optional.ofNullable(route.values().get(name))
        .map(EffectiveRoute.Setting::value)
        .filter(value -> !value.isEmpty());
  }
}
