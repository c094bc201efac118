package dev.switchyard.domain.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.adapter.anthropic.MessagesClient;
import dev.switchyard.adapter.ollama.OllamaTimings;
import dev.switchyard.domain.Cancellation;
import dev.switchyard.domain.Known;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.PortException.Kind;
import dev.switchyard.domain.benchmark.FigureKey.Way;
import dev.switchyard.domain.endpoint.Version;
import dev.switchyard.domain.endpoint.profile.Access;
import dev.switchyard.domain.launch.Program;
import dev.switchyard.domain.launch.Programs;
import dev.switchyard.domain.model.ModelName;
import dev.switchyard.domain.model.ModelServer.KeepAlive;
import dev.switchyard.fake.LiveThreads;
import dev.switchyard.fake.Misdeed;
import dev.switchyard.fake.PlannedStop;
import dev.switchyard.fake.RawServer;
import dev.switchyard.fake.ScriptedClaude;
import dev.switchyard.fake.ScriptedServer;
import dev.switchyard.fake.Wish;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever a server does, a benchmark ends within its limit, says why, and leaves neither a thread
/// nor a connection behind.
class BadServerTest {
  private static final String MODEL = "gemma4-claude";
  private static final Duration SHORT = Duration.ofMillis(300);
  private static final Duration LONG = Duration.ofSeconds(60);

  private final LiveThreads before = LiveThreads.now();
  private final MemoryBenchmarks store = new MemoryBenchmarks();

  @ParameterizedTest
  @EnumSource
  void theServersOwnTimings(Misdeed misdeed) throws Exception {
    try (var server = misdeed.start()) {
      var outcome = run(server, new OllamaTimings(Access::open), SHORT, Cancellation.NEVER);

      assertThat(outcome.ended()).isPresent();
      assertNothingIsMeasuredNorLeft(server, outcome);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aTaskAskedStraight(Misdeed misdeed) throws Exception {
    try (var server = misdeed.start()) {
      var outcome = run(server, new Timed(), limit(misdeed), Cancellation.NEVER);

      assertThat(outcome.ended().isPresent())
          .as("what a server says at once is the task's own failure; what fails by silence is not")
          .isEqualTo(!misdeed.ends());
      var reason = outcome.ended().or(() -> outcome.failures().stream().findFirst()).orElseThrow();
      assertThat(
              outcome.result().figures().get(FigureKey.of(Way.DIRECT, Task.EXPLAIN, Measure.WALL)))
          .isEqualTo(Known.unknown(reason.text()));
      server.assertLeftAlone();
      before.assertNoMore();
    }
  }

  @Test
  void aWishToStopEndsTheRunUnderWay() throws Exception {
    try (var server = RawServer.silent()) {
      var outcome = run(server, new OllamaTimings(Access::open), LONG, Wish.onceAsked(server));

      assertThat(outcome.ended().map(PortException::kind)).contains(Kind.CANCELLED);
      assertNothingIsMeasuredNorLeft(server, outcome);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
  void aWishToStopAtAnyMomentLeavesNothing(long seed) throws Exception {
    var stop = PlannedStop.within(2, seed);
    try (var server = stop.server()) {
      var outcome = run(server, new Timed(), LONG, stop.wish());

      assertThat(outcome.ended().map(PortException::kind))
          .as("seed " + seed)
          .contains(Kind.CANCELLED);
      assertThat(store.load()).as("nothing is kept").isEmpty();
      server.assertLeftAlone();
      before.assertNoMore();
    }
  }

  private static Duration limit(Misdeed misdeed) {
    return misdeed.ends() ? LONG : SHORT;
  }

  private void assertNothingIsMeasuredNorLeft(RawServer server, BenchmarkOutcome outcome)
      throws Exception {
    assertThat(outcome.result().figures().values()).allMatch(Known.Unknown.class::isInstance);
    assertThat(outcome.result().subject().contextTokens()).isEmpty();
    assertThat(store.load()).as("nothing is kept").isEmpty();
    server.assertLeftAlone();
    before.assertNoMore();
  }

  /// Of a server that tells what it has, and breaks as soon as the model is asked for.
  private BenchmarkOutcome run(
      RawServer server, ServerTimings timings, Duration limit, Cancellation cancellation)
      throws PortException {
    var scripted = new ScriptedServer().with(MODEL, 65_536, 65_536);
    scripted.version = Version.of(0, 33, 0);
    var speedometer =
        new RunBenchmark.Speedometer(
            timings,
            new MessagesClient(Access::open),
            new ScriptedClaude(),
            (_, _, _) -> "{}",
            () -> {
              throw new AssertionError("not asked for");
            });
    var tasks = List.of(Task.EXPLAIN, Task.UNIT_TEST);
    var request = new BenchmarkRequest(ModelName.of(MODEL), tasks, 2, false, false, limit);
    return new RunBenchmark(
            scripted.at(server.url()),
            speedometer,
            programs(),
            () -> Known.of(0.1),
            8,
            new BenchmarkHistory(store),
            Clock.systemUTC())
        .run(request, _ -> {}, cancellation);
  }

  private static Programs programs() {
    return new Programs() {
      @Override
      public Known<Program> claude() {
        throw new AssertionError("not asked for");
      }

      @Override
      public Known<Program> ollama() {
        throw new AssertionError("not asked for");
      }
    };
  }

  /// A server whose own timings are not in question.
  private record Timed() implements ServerTimings {
    @Override
    public Duration load(Target target, KeepAlive keepAlive, Cancellation cancellation) {
      return Duration.ofSeconds(1);
    }

    @Override
    public Prompt prompt(Target target, String prompt, Cancellation cancellation) {
      return new Prompt(1_000, Duration.ofSeconds(1));
    }
  }
}
