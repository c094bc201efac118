package dev.switchyard.domain.probe;

import dev.switchyard.domain.Cancellation;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.endpoint.EndpointUrl;
import dev.switchyard.domain.model.ModelServer;
import dev.switchyard.domain.route.EffectiveRoute;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/// One real request along a route, as a person's own would go. Its prompt is harmless, and no tool
/// that the answer may ask for is run.
final class WhereRun {
  private static final String PROMPT = "Answer with the one word: ok";

  /// As long as the routes that Switchyard writes let a slow prefill take.
  private static final Duration LIMIT = Duration.ofMinutes(30);

  /// Nothing of it goes into the request: measured, the prompt has as many tokens with it as
  /// without. A rule for permissions would take tools out of the prompt.
  private static final String NO_TOOL_RUNS =
      """
      {"hooks":{"PreToolUse":[{"matcher":"*","hooks":[{"type":"command","command":"exit 2"}]}]}}
      """;

  /// Claude Code would go on for three minutes.
  private static final int PATIENCE = 2;

  private final HeadlessClaude claude;
  private final Function<EndpointUrl, ModelServer> servers;
  private final Clock clock;

  WhereRun(HeadlessClaude claude, Function<EndpointUrl, ModelServer> servers, Clock clock) {
    this.claude = claude;
    this.servers = servers;
    this.clock = clock;
  }

  WhereSeen run(
      Path program,
      EffectiveRoute route,
      Consumer<? super VerifyStep> progress,
      Cancellation cancellation)
      throws PortException {
    var watch = EndpointWatch.start(route, servers);
    var question =
        new HeadlessClaude.Question(program, route.folder(), PROMPT, NO_TOOL_RUNS, true, LIMIT);
    progress.accept(VerifyStep.STARTING);
    var heard = new Heard(route, progress, clock);
    claude.ask(question, heard, cancellation);
    return heard.seen(watch);
  }

  /// What Claude Code has told so far.
  private static final class Heard implements HeadlessClaude.Listener {
    private final EffectiveRoute route;
    private final Consumer<? super VerifyStep> progress;
    private final Clock clock;
    private final Instant start;
    private Optional<ClaudeEvent.Started> started = Optional.empty();
    private Optional<ClaudeEvent.FirstToken> firstToken = Optional.empty();
    private Optional<Duration> untilFirstToken = Optional.empty();
    private Optional<ClaudeEvent.Ended> ended = Optional.empty();

    Heard(EffectiveRoute route, Consumer<? super VerifyStep> progress, Clock clock) {
      this.route = route;
      this.progress = progress;
      this.clock = clock;
      this.start = clock.instant();
    }

    @Override
    public void on(ClaudeEvent event) throws PortException {
      switch (event) {
        case ClaudeEvent.Started now -> {
          started = Optional.of(now);
          progress.accept(VerifyStep.WAITING);
        }
        case ClaudeEvent.Retried now -> giveUpAfter(now);
        case ClaudeEvent.FirstToken now when firstToken.isEmpty() -> {
          firstToken = Optional.of(now);
          untilFirstToken = Optional.of(elapsed());
          progress.accept(VerifyStep.ANSWERING);
        }
        case ClaudeEvent.FirstToken _ -> {
          // Only the first one was waited for.
        }
        case ClaudeEvent.Ended now -> ended = Optional.of(now);
      }
    }

    private void giveUpAfter(ClaudeEvent.Retried retried) throws PortException {
      if (retried.attempt() < PATIENCE) {
        return;
      }
      var host = route.baseUrl().isEmpty() ? "https://api.anthropic.com" : route.baseUrl();
      if (retried.status().isEmpty()) {
        throw new PortException(
            PortException.Kind.UNREACHABLE, Message.of("verify.endpoint-unreachable", host));
      }
      throw new PortException(
          PortException.Kind.FAILED,
          Message.of("verify.endpoint-fails", host, retried.status().get().toString()));
    }

    private Duration elapsed() {
      return Duration.between(start, clock.instant()).truncatedTo(ChronoUnit.MILLIS);
    }

    WhereSeen seen(EndpointWatch watch) throws PortException {
      var model = started.map(ClaudeEvent.Started::model).orElse("");
      var failure = ended.flatMap(ClaudeEvent.Ended::failure);
      if (failure.filter(one -> one.kind() == AnswerFailure.Kind.UNREACHABLE).isPresent()) {
        throw new PortException(
            PortException.Kind.UNREACHABLE,
            Message.of("verify.endpoint-unreachable", route.baseUrl()));
      }
      var after = watch.after(model);
      return new WhereSeen(
          model,
          started.flatMap(ClaudeEvent.Started::servedByAnthropic),
          firstToken.map(ClaudeEvent.FirstToken::id).filter(id -> !id.isEmpty()),
          ended.map(ClaudeEvent.Ended::models).orElse(List.of()),
          ended.map(ClaudeEvent.Ended::promptTokens).filter(tokens -> tokens > 0),
          after.contextTokens(),
          untilFirstToken,
          elapsed(),
          after.evidence(),
          failure);
    }
  }
}
