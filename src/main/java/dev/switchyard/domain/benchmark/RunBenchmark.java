package dev.switchyard.domain.benchmark;

import dev.switchyard.domain.Cancellation;
import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.PortException.Kind;
import dev.switchyard.domain.launch.Program;
import dev.switchyard.domain.launch.Programs;
import dev.switchyard.domain.model.InstalledModel;
import dev.switchyard.domain.model.LoadedModel;
import dev.switchyard.domain.model.ModelServer;
import dev.switchyard.domain.probe.HeadlessClaude;
import dev.switchyard.domain.probe.MessagesEndpoint;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The use case that measures how fast a model is on a server.
public final class RunBenchmark {
  private final ModelServer chosen;
  private final Speedometer speedometer;
  private final Programs programs;
  private final MachineLoad.Sensor load;
  private final int processors;
  private final BenchmarkHistory history;
  private final Clock clock;

  /// What times a model, each its own way.
  ///
  /// @param timings by the server's own API
  /// @param endpoint by the Messages API
  /// @param claude by Claude Code
  /// @param route makes Claude Code ask the server
  /// @param projects where it does
  public record Speedometer(
      ServerTimings timings,
      MessagesEndpoint endpoint,
      HeadlessClaude claude,
      ClaudeRoute route,
      EmptyProject.Opener projects) {}

  /// @param chosen the one that it is when a benchmark starts is measured to its end
  /// @param processors how many the machine has
  public RunBenchmark(
      ModelServer chosen,
      Speedometer speedometer,
      Programs programs,
      MachineLoad.Sensor load,
      int processors,
      BenchmarkHistory history,
      Clock clock) {
    this.chosen = chosen;
    this.speedometer = speedometer;
    this.programs = programs;
    this.load = load;
    this.processors = processors;
    this.history = history;
    this.clock = clock;
  }

  /// Measures, and keeps what was measured.
  ///
  /// @param progress told of each step, on the calling thread
  /// @return also where it was cancelled, or the server gave up on the way
  /// @throws PortException before anything is measured: UNREACHABLE, TIMEOUT, MISSING where the
  ///   model is not installed, REFUSED where it is served by a cloud
  public BenchmarkOutcome run(
      BenchmarkRequest request, Consumer<? super BenchmarkStep> progress, Cancellation cancellation)
      throws PortException {
    var server = chosen.pinned();
    var at = clock.instant();
    var version = server.version().toString();
    var model = installed(server, request);
    var loaded = server.loaded();
    var claude = request.throughClaude() ? Optional.of(program()) : Optional.<Program>empty();
    var machine = machine(model.digest(), loaded);
    var course =
        new Course(request, last(model), speedometer, server, clock, progress, cancellation);
    var ended = course.run(model, loaded, claude);

    var reason = ended.map(PortException::text).orElseGet(() -> Message.of("bench.not-run"));
    var subject =
        new BenchmarkResult.Subject(
            model.name().shortText(),
            model.digest(),
            course.contextTokens(),
            version,
            claude.flatMap(program -> program.version().toOptional()).map(Object::toString));
    var result =
        new BenchmarkResult(at, subject, request.repeats(), machine, course.figures().all(reason));
    return ended.isPresent()
        ? new BenchmarkOutcome(result, false, ended, course.failures(), List.of())
        : kept(result, course.failures());
  }

  /// Only a guess hangs on it, so that what cannot be read is as good as nothing.
  private Optional<BenchmarkResult> last(InstalledModel model) {
    try {
      return history.all().reversed().stream()
          .filter(result -> result.subject().digest().equals(model.digest()))
          .findFirst();
    } catch (PortException _) {
      return Optional.empty();
    }
  }

  /// What was measured is told also where it cannot be kept.
  private BenchmarkOutcome kept(BenchmarkResult result, List<PortException> failures) {
    try {
      return new BenchmarkOutcome(result, true, Optional.empty(), failures, history.keep(result));
    } catch (PortException e) {
      var all = new ArrayList<>(failures);
      all.add(e);
      return new BenchmarkOutcome(result, false, Optional.empty(), all, List.of());
    }
  }

  private static InstalledModel installed(ModelServer server, BenchmarkRequest request)
      throws PortException {
    var model =
        server.installed().stream()
            .filter(one -> one.name().equals(request.model()))
            .findFirst()
            .orElseThrow(() ->
                new PortException(
                    Kind.MISSING,
                    Message.of("server.error.not-installed", request.model().shortText())));
    if (model.isCloud()) {
      throw new PortException(
          Kind.REFUSED, Message.of("bench.cloud", model.name().shortText(), model.remoteHost()));
    }
    return model;
  }

  private Program program() throws PortException {
    return switch (programs.claude()) {
      case Known.Value<Program>(var found) -> found;
      case Known.Unknown<Program>(var reason) -> throw new PortException(Kind.UNREACHABLE, reason);
    };
  }

  /// What would disturb a benchmark now.
  ///
  /// @param digest of the model that it would measure
  /// @throws PortException as [ModelServer#loaded]
  public MachineLoad machine(String digest) throws PortException {
    return machine(digest, chosen.loaded());
  }

  private MachineLoad machine(String digest, List<LoadedModel> loaded) {
    var others =
        loaded.stream()
            .filter(one -> !one.digest().equals(digest))
            .map(one -> one.name().shortText())
            .toList();
    return new MachineLoad(load.average(), processors, others);
  }
}
