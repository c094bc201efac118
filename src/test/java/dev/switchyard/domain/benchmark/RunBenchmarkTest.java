package dev.switchyard.domain.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.switchyard.adapter.anthropic.MessagesClient;
import dev.switchyard.adapter.demo.Fault;
import dev.switchyard.adapter.demo.Setup;
import dev.switchyard.adapter.demo.SimulatedOllama;
import dev.switchyard.adapter.ollama.OllamaServer;
import dev.switchyard.adapter.ollama.OllamaTimings;
import dev.switchyard.domain.Cancellation;
import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.PortException.Kind;
import dev.switchyard.domain.benchmark.FigureKey.Way;
import dev.switchyard.domain.endpoint.EndpointUrl;
import dev.switchyard.domain.endpoint.Version;
import dev.switchyard.domain.endpoint.profile.Access;
import dev.switchyard.domain.launch.Program;
import dev.switchyard.domain.launch.Programs;
import dev.switchyard.domain.model.CurrentServer;
import dev.switchyard.domain.model.ModelName;
import dev.switchyard.domain.model.ModelServer;
import dev.switchyard.domain.probe.ClaudeEvent;
import dev.switchyard.fake.LiveThreads;
import dev.switchyard.fake.ScriptedClaude;
import dev.switchyard.fake.ScriptedServer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RunBenchmarkTest {
  private static final String MODEL = "gemma4-claude";
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final String MESSAGES = "/v1/messages";
  private static final Task TASK = Task.EXPLAIN;
  private static final FigureKey WALL = FigureKey.of(Way.DIRECT, TASK, Measure.WALL);

  private final MemoryBenchmarks store = new MemoryBenchmarks();
  private final ScriptedClaude claude = new ScriptedClaude();
  private final List<BenchmarkStep> steps = new ArrayList<>();
  private int projectsOpen;

  @Test
  void allFiguresAreMeasuredAndKept() throws Exception {
    claude.events.addAll(ScriptedClaude.answer(MODEL));
    try (var ollama = SimulatedOllama.start(Setup.instant())) {
      var outcome = run(ollama, request(List.of(Task.values()), 3, true), Cancellation.NEVER);

      assertThat(outcome.ended()).isEmpty();
      assertThat(outcome.failures()).isEmpty();
      var result = outcome.result();
      assertThat(result.figures().keySet()).containsExactlyElementsOf(keys(true));
      assertThat(result.figures().values()).allMatch(Known.Value.class::isInstance);
      assertThat(result.figure(WALL).orElseThrow().values()).hasSize(3);
      assertThat(result.figure(FigureKey.of(Measure.LOAD)).orElseThrow().values()).hasSize(1);
      assertThat(result.subject().contextTokens()).contains(65_536);
      assertThat(result.subject().server()).isEqualTo("0.33.0");
      assertThat(result.subject().claude()).contains("2.1.330");
      assertThat(store.load()).containsExactly(result);
      assertThat(steps).hasSize(steps.getFirst().of());
      assertThat(steps.getFirst().figures().values()).allMatch(Known.Unknown.class::isInstance);
      assertThat(steps.getLast().figures().get(WALL)).isEqualTo(result.figures().get(WALL));
      assertThat(steps.getLast().left().complete()).isTrue();
      assertThat(steps.getLast().number()).isEqualTo(steps.getLast().of());
    }
    assertThat(projectsOpen).isZero();
    assertThat(claude.asked)
        .hasSize(13)
        .allSatisfy(question -> {
          assertThat(question.settings()).contains("\"ours\"", "PreToolUse").endsWith("}}");
          assertThat(question.singleTurn()).isTrue();
          assertThat(question.folder()).isEqualTo(Path.of("/empty"));
        });
  }

  private static List<FigureKey> keys(boolean throughClaude) {
    return request(List.of(Task.values()), 1, throughClaude).keys();
  }

  @Test
  void aLoadedModelIsLeftLoadedUnlessItIsToBeLoadedAnew() throws Exception {
    try (var ollama = SimulatedOllama.start(Setup.instant())) {
      var first = run(ollama, request(List.of(), 1, false), Cancellation.NEVER);
      var second = run(ollama, request(List.of(), 1, false), Cancellation.NEVER);
      var reload = new BenchmarkRequest(ModelName.of(MODEL), List.of(), 2, false, true, LONG);
      var third = run(ollama, reload, Cancellation.NEVER);

      var load = FigureKey.of(Measure.LOAD);
      assertThat(first.result().figure(load)).isPresent();
      assertThat(second.result().figures().get(load))
          .isEqualTo(Known.unknown(Message.of("bench.already-loaded")));
      assertThat(third.result().figure(load).orElseThrow().values()).hasSize(2);
    }
  }

  @Test
  void theServerOfTheStartIsMeasuredWhateverIsChosenMeanwhile() throws Exception {
    var next = new ScriptedServer().with(MODEL, 4_096, 65_536);
    var elsewhere = next.at(EndpointUrl.parse("127.0.0.1:1").orElseThrow());
    try (var ollama = SimulatedOllama.start(Setup.instant());
        var first = new OllamaServer(ollama.url())) {
      var current = new CurrentServer(first);
      var reload = new BenchmarkRequest(ModelName.of(MODEL), List.of(), 2, false, true, LONG);

      var outcome =
          useCase(current).run(reload, _ -> current.change(elsewhere), Cancellation.NEVER);

      assertThat(outcome.ended()).isEmpty();
      assertThat(outcome.result().subject().contextTokens()).contains(65_536);
      assertThat(next.asked).isZero();
    }
  }

  static Stream<Fault> brokenAnswers() {
    return Stream.of(
        new Fault.HangUp(MESSAGES, 0),
        new Fault.HangUp(MESSAGES, 4),
        new Fault.StreamError(MESSAGES, 4, "the model runner has unexpectedly stopped"),
        new Fault.Answer(MESSAGES, 200, "text/html", "<html>hello</html>"),
        new Fault.Answer(MESSAGES, 200, "application/json", "{}"),
        new Fault.Answer(MESSAGES, 200, "text/event-stream", "data: {broken\n\n"),
        new Fault.Answer(MESSAGES, 200, "text/event-stream", "data: " + "x".repeat(10 << 20)),
        new Fault.Answer(MESSAGES, 200, "text/event-stream", ""),
        new Fault.Answer(MESSAGES, 500, "application/json", "{\"error\":\"no\"}"));
  }

  @ParameterizedTest
  @MethodSource("brokenAnswers")
  void oneBrokenAnswerCostsItsOwnFiguresOnly(Fault fault) throws Exception {
    try (var ollama = SimulatedOllama.start(Setup.instant())) {
      ollama.faults().add(fault);
      var request = request(List.of(TASK, Task.UNIT_TEST), 2, false);
      var before = LiveThreads.now();

      var outcome = run(ollama, request, Cancellation.NEVER);

      assertThat(outcome.ended()).isEmpty();
      assertThat(outcome.failures()).hasSize(1);
      assertThat(outcome.result().figures().get(WALL))
          .isEqualTo(Known.unknown(outcome.failures().getFirst().text()));
      assertThat(outcome.result().figure(FigureKey.of(Way.DIRECT, Task.UNIT_TEST, Measure.WALL)))
          .isPresent();
      before.assertNoMore();
    }
  }

  @Test
  void claudeCodeThatWouldAskSomebodyElseIsEndedAndSaysNothing() throws Exception {
    claude.events.add(new ClaudeEvent.Started("2.1.330", MODEL, Optional.of(true), "none"));
    try (var ollama = SimulatedOllama.start(Setup.instant())) {
      var outcome = run(ollama, request(List.of(TASK), 1, true), Cancellation.NEVER);
      assertThat(outcome.ended().map(PortException::kind)).contains(Kind.REFUSED);
      assertThat(outcome.result().figure(WALL)).as("what came before").isPresent();
      assertThat(claude.asked).hasSize(1);
      assertThat(projectsOpen).isZero();
    }
  }

  @Test
  void figuresThatCannotBeKeptAreToldAllTheSame() throws Exception {
    store.failure = Optional.of(new PortException(Kind.MALFORMED, Message.of("bench.unreadable")));
    try (var ollama = SimulatedOllama.start(Setup.instant())) {
      var outcome = run(ollama, request(List.of(TASK), 1, false), Cancellation.NEVER);
      assertThat(outcome.failures()).containsExactly(store.failure.get());
      assertThat(outcome.result().figure(WALL)).isPresent();
    }
  }

  @Test
  void whatIsNotInstalledIsNotMeasured() throws Exception {
    try (var ollama = SimulatedOllama.start(Setup.instant())) {
      var request =
          new BenchmarkRequest(ModelName.of("not-there"), List.of(), 1, false, false, LONG);
      var failure =
          catchThrowableOfType(PortException.class, () -> run(ollama, request, Cancellation.NEVER));
      assertThat(Optional.ofNullable(failure).map(PortException::kind)).contains(Kind.MISSING);
    }
  }

  @Test
  void aBusyMachineIsNamed() {
    assertThat(new MachineLoad(Known.of(3.9), 8, List.of()).warning()).isEmpty();
    assertThat(new MachineLoad(Known.of(4.1), 8, List.of()).warning()).isPresent();
  }

  private static BenchmarkRequest request(List<Task> tasks, int repeats, boolean throughClaude) {
    return new BenchmarkRequest(ModelName.of(MODEL), tasks, repeats, throughClaude, false, LONG);
  }

  private BenchmarkOutcome run(
      SimulatedOllama ollama, BenchmarkRequest request, Cancellation cancellation)
      throws PortException {
    try (var server = new OllamaServer(ollama.url())) {
      return useCase(server).run(request, steps::add, cancellation);
    }
  }

  private RunBenchmark useCase(ModelServer server) {
    var speedometer =
        new RunBenchmark.Speedometer(
            new OllamaTimings(Access::open),
            new MessagesClient(Access::open),
            claude,
            RunBenchmarkTest::settings,
            this::openProject);
    return new RunBenchmark(
        server,
        speedometer,
        programs(),
        () -> Known.of(0.1),
        8,
        new BenchmarkHistory(store),
        Clock.systemUTC());
  }

  private static String settings(Path folder, String model, EndpointUrl url) {
    return "{\"model\":\"ours\"}";
  }

  private EmptyProject openProject() {
    projectsOpen++;
    return new EmptyProject() {
      @Override
      public Path folder() {
        return Path.of("/empty");
      }

      @Override
      public void close() {
        projectsOpen--;
      }
    };
  }

  private static Programs programs() {
    return new Programs() {
      @Override
      public Known<Program> claude() {
        var version = Known.of(Version.of(2, 1, 330));
        return Known.of(new Program(Path.of("/usr/bin/claude"), version, true, List.of()));
      }

      @Override
      public Known<Program> ollama() {
        throw new AssertionError("not asked for");
      }
    };
  }
}
