package dev.switchyard.domain.benchmark;

import static dev.switchyard.domain.benchmark.DirectRun.seconds;

import dev.switchyard.domain.Cancellation;
import dev.switchyard.domain.Fingerprint;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.PortException.Kind;
import dev.switchyard.domain.benchmark.FigureKey.Way;
import dev.switchyard.domain.benchmark.RunBenchmark.Speedometer;
import dev.switchyard.domain.benchmark.ServerTimings.Target;
import dev.switchyard.domain.launch.Program;
import dev.switchyard.domain.model.InstalledModel;
import dev.switchyard.domain.model.LoadedModel;
import dev.switchyard.domain.model.ModelServer;
import dev.switchyard.domain.model.ModelServer.KeepAlive;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The runs of one benchmark, one after the other, and what they have brought so far.
final class Course {
  /// A keep-alive beyond it was asked for as "forever".
  private static final Duration FOREVER = Duration.ofDays(365);

  private final BenchmarkRequest request;
  private final Speedometer speedometer;
  private final ModelServer server;
  private final Clock clock;
  private final Consumer<? super BenchmarkStep> progress;
  private final Cancellation cancellation;
  private final Target target;
  private final Figures figures;
  private final Schedule schedule;
  private final List<PortException> failures = new ArrayList<>();
  private Optional<Integer> contextTokens = Optional.empty();
  private int marks;

  /// @param earlier the last benchmark of the same model, which tells how long this one takes
  Course(
      BenchmarkRequest request,
      Optional<BenchmarkResult> earlier,
      Speedometer speedometer,
      ModelServer server,
      Clock clock,
      Consumer<? super BenchmarkStep> progress,
      Cancellation cancellation) {
    this.request = request;
    this.speedometer = speedometer;
    this.server = server;
    this.clock = clock;
    this.progress = progress;
    this.cancellation = cancellation;
    this.target = new Target(server.url(), request.model(), request.limit());
    this.figures = new Figures(request.keys());
    this.schedule = new Schedule(request, earlier);
  }

  Figures figures() {
    return figures;
  }

  /// What failed alone.
  List<PortException> failures() {
    return failures;
  }

  /// What the model is served with; empty where it did not come to be loaded.
  Optional<Integer> contextTokens() {
    return contextTokens;
  }

  /// @return why it ended before its time
  Optional<PortException> run(
      InstalledModel model, List<LoadedModel> loaded, Optional<Program> claude) {
    try {
      load(model, loaded);
      prompts(model);
      for (var task : request.tasks()) {
        direct(task);
      }
      if (claude.isPresent()) {
        throughClaude(claude.get());
      }
      return Optional.empty();
    } catch (PortException e) {
      return Optional.of(e);
    }
  }

  /// Once, or for each repeat where it is to be loaded anew anyway.
  private void load(InstalledModel model, List<LoadedModel> loaded) throws PortException {
    var running = loaded.stream().filter(one -> one.digest().equals(model.digest())).findFirst();
    if (running.isPresent() && !request.reload()) {
      begin(Stage.of(Stage.Kind.LOAD));
      figures.unknown(FigureKey.of(Measure.LOAD), Message.of("bench.already-loaded"));
      return;
    }
    var keepAlive = running.map(this::keepAlive).orElse(KeepAlive.SERVER_DEFAULT);
    for (int i = 0; i < (request.reload() ? request.repeats() : 1); i++) {
      begin(Stage.of(Stage.Kind.LOAD));
      if (i > 0 || running.isPresent()) {
        server.unload(model.name());
      }
      var took = speedometer.timings().load(target, keepAlive, cancellation);
      figures.add(FigureKey.of(Measure.LOAD), seconds(took));
    }
  }

  /// What was to stay in memory for good still does after it was loaded anew.
  private KeepAlive keepAlive(LoadedModel running) {
    return running.expiresAt().isAfter(clock.instant().plus(FOREVER))
        ? KeepAlive.FOREVER
        : KeepAlive.SERVER_DEFAULT;
  }

  private void prompts(InstalledModel model) throws PortException {
    var prompts =
        PromptRuns.warmedUp(
            speedometer.timings(), target, this::nextMark, cancellation, this::begin);
    int served = served(model);
    contextTokens = Optional.of(served);
    repeat(
        List.of(
            FigureKey.of(Measure.PREFILL_2K),
            FigureKey.of(Measure.PREFILL_16K),
            FigureKey.of(Measure.PREFIX_CACHE)),
        () -> prompts.once(figures, served));
  }

  /// As the server shows it after loading; it names a model after the alias that loaded it.
  private int served(InstalledModel model) throws PortException {
    return server.loaded().stream()
        .filter(one -> one.digest().equals(model.digest()) || one.name().equals(model.name()))
        .map(LoadedModel::contextLength)
        .filter(tokens -> tokens > 0)
        .findFirst()
        .or(() -> model.configuredContext().toOptional())
        .or(() -> model.trainedContext().toOptional())
        .orElseThrow(() -> new PortException(Kind.FAILED, Message.of("bench.no-context")));
  }

  private void direct(Task task) throws PortException {
    var run = new DirectRun(speedometer.endpoint());
    repeat(
        BenchmarkRequest.keys(Way.DIRECT, task),
        () -> {
          begin(Stage.of(Way.DIRECT, task));
          var timing = run.once(target, task, nextMark(), cancellation);
          figures.add(FigureKey.of(Way.DIRECT, task, Measure.FIRST_TOKEN), timing.firstToken());
          figures.add(FigureKey.of(Way.DIRECT, task, Measure.GENERATION), timing.generation());
          figures.add(FigureKey.of(Way.DIRECT, task, Measure.WALL), timing.wall());
          figures.add(FigureKey.of(Way.DIRECT, task, Measure.ANSWER), timing.answerTokens());
        });
  }

  private void throughClaude(Program program) throws PortException {
    var run = new ClaudeRun(speedometer.claude(), program.path(), clock);
    try (var project = speedometer.projects().open()) {
      var folder = project.folder();
      var settings = speedometer.route().settings(folder, target.model().toString(), target.url());
      begin(Stage.of(Stage.Kind.CLAUDE_WARM_UP));
      // With it the server has read what Claude Code puts before every prompt.
      var _ = run.once(folder, settings, target, request.tasks().getFirst(), cancellation);
      for (var task : request.tasks()) {
        repeat(
            BenchmarkRequest.keys(Way.CLAUDE, task),
            () -> {
              begin(Stage.of(Way.CLAUDE, task));
              var timing = run.once(folder, settings, target, task, cancellation);
              figures.add(FigureKey.of(Way.CLAUDE, task, Measure.WALL), timing.wall());
              timing
                  .firstToken()
                  .ifPresent(first ->
                      figures.add(FigureKey.of(Way.CLAUDE, task, Measure.FIRST_TOKEN), first));
            });
      }
    }
  }

  /// One run that counts.
  @FunctionalInterface
  private interface Run {
    void once() throws PortException;
  }

  /// What fails for a reason of its own is not tried again, and the others go on; a server that
  /// does not answer would not answer them either.
  private void repeat(List<FigureKey> keys, Run run) throws PortException {
    try {
      for (int i = 0; i < request.repeats(); i++) {
        run.once();
      }
    } catch (PortException e) {
      if (isEndOfAll(e.kind())) {
        throw e;
      }
      failures.add(e);
      figures.unknown(keys, e.text());
    }
  }

  private static boolean isEndOfAll(Kind kind) {
    return kind == Kind.CANCELLED || kind == Kind.TIMEOUT || kind == Kind.UNREACHABLE;
  }

  /// Also between two requests a wish to stop is heard.
  private void begin(Stage stage) throws PortException {
    if (cancellation.requested()) {
      throw new PortException(Kind.CANCELLED, Message.of("server.error.stopped"));
    }
    var soFar = figures.all(Message.of("bench.not-yet"));
    progress.accept(schedule.begin(stage, clock.instant(), soFar));
  }

  /// A text that no other prompt begins with, from its first letter on.
  private String nextMark() {
    marks++;
    return Fingerprint.of(clock.instant() + "/" + marks).shortText();
  }
}
