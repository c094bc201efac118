package dev.switchyard.domain.benchmark;

import static dev.switchyard.domain.benchmark.DirectRun.seconds;

import dev.switchyard.domain.Cancellation;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.PortException.Kind;
import dev.switchyard.domain.probe.ClaudeEvent;
import dev.switchyard.domain.probe.HeadlessClaude;
import dev.switchyard.domain.probe.HeadlessClaude.Question;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// One task, asked by Claude Code in an empty project. What the task is about stands in its prompt,
/// so one answer is all there is to it, and no tool that the answer may ask for is run.
final class ClaudeRun {
  /// Settings too, added to those of the route.
  private static final String NO_TOOL_RUNS =
      """
      "hooks":{"PreToolUse":[{"matcher":"*","hooks":[{"type":"command","command":"exit 2"}]}]}}\
      """;

  /// Claude Code would go on for three minutes.
  private static final int PATIENCE = 2;

  private final HeadlessClaude claude;
  private final Path program;
  private final Clock clock;

  ClaudeRun(HeadlessClaude claude, Path program, Clock clock) {
    this.claude = claude;
    this.program = program;
    this.clock = clock;
  }

  /// @param firstToken seconds from the start of the program, empty where it did not tell of it
  /// @param wall seconds until its end
  record Timing(Optional<Double> firstToken, double wall) {}

  /// @param settings of a route that is certain
  /// @throws PortException REFUSED where Claude Code says that it asks somebody else; it is ended
  ///   before it does
  Timing once(
      Path folder,
      String settings,
      ServerTimings.Target target,
      Task task,
      Cancellation cancellation)
      throws PortException {
    var heard = new Heard(target, clock);
    var question =
        new Question(program, folder, task.prompt(), quiet(settings), true, target.limit());
    claude.ask(question, heard, cancellation);
    return heard.timing();
  }

  private static String quiet(String settings) {
    return settings.substring(0, settings.lastIndexOf('}')) + "," + NO_TOOL_RUNS;
  }

  /// What it has told so far.
  private static final class Heard implements HeadlessClaude.Listener {
    private final ServerTimings.Target target;
    private final Clock clock;
    private final Instant start;
    private Optional<Double> firstToken = Optional.empty();

    Heard(ServerTimings.Target target, Clock clock) {
      this.target = target;
      this.clock = clock;
      this.start = clock.instant();
    }

    @Override
    public void on(ClaudeEvent event) throws PortException {
      switch (event) {
        case ClaudeEvent.Started now -> requireOurs(now);
        case ClaudeEvent.Retried now when now.attempt() >= PATIENCE ->
            throw new PortException(
                now.status().isEmpty() ? Kind.UNREACHABLE : Kind.FAILED,
                Message.of("bench.claude-retries", target.url().toString()));
        case ClaudeEvent.Retried _ -> {
          // Once is no failure yet.
        }
        case ClaudeEvent.FirstToken _ when firstToken.isEmpty() ->
            firstToken = Optional.of(elapsed());
        case ClaudeEvent.FirstToken _ -> {
          // Only the first one was waited for.
        }
        case ClaudeEvent.Ended now -> requireAnswer(now);
      }
    }

    private void requireOurs(ClaudeEvent.Started started) throws PortException {
      boolean elsewhere = started.servedByAnthropic().orElse(false);
      if (elsewhere || !started.model().equals(target.model().toString())) {
        throw new PortException(
            Kind.REFUSED, Message.of("bench.route-uncertain", target.url().toString()));
      }
    }

    private static void requireAnswer(ClaudeEvent.Ended ended) throws PortException {
      if (ended.failure().isPresent()) {
        throw new PortException(
            Kind.FAILED, Message.of("bench.claude-failed", ended.failure().get().text()));
      }
    }

    private double elapsed() {
      return seconds(Duration.between(start, clock.instant()));
    }

    Timing timing() {
      return new Timing(firstToken, elapsed());
    }
  }
}
