package dev.switchyard.cli;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.endpoint.Version;
import dev.switchyard.domain.fit.Correction;
import dev.switchyard.domain.fit.FitEstimator;
import dev.switchyard.domain.fit.FitReport;
import dev.switchyard.domain.fit.LoadOptions;
import dev.switchyard.domain.fit.ModelShape;
import dev.switchyard.domain.fit.ShapeReader;
import dev.switchyard.domain.model.ClaudeCodeReadiness;
import dev.switchyard.domain.model.ModelName;
import dev.switchyard.domain.modelfile.Modelfile;
import dev.switchyard.domain.setup.SmallerModel;
import dev.switchyard.domain.setup.SmallerModels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `switchyard fit`: what a model takes in memory at a context length, and whether that fits.
@Command(name = "fit", description = "${bundle:cli.fit}")
final class FitCommand implements Callable<Integer> {
  /// What holds where neither a server nor the person says which version is meant: the newest one
  /// that was measured.
  private static final Version MEASURED = Version.of(0, 32, 15);

  private final CommandContext context;

  @Mixin private final HardwareOptions hardware = new HardwareOptions();
  @Mixin private final LoadingOptions loading = new LoadingOptions();

  @Parameters(arity = "0..1", paramLabel = "MODEL", description = "${bundle:cli.fit.model}")
  private @Nullable String model;

  @Option(names = "--shape", paramLabel = "FILE", description = "${bundle:cli.fit.shape}")
  private @Nullable Path shapeFile;

  @Option(names = "--engine", paramLabel = "VERSION", description = "${bundle:cli.fit.engine}")
  private @Nullable String engine;

  FitCommand(CommandContext context) {
    this.context = context;
  }

  /// What is asked about.
  ///
  /// @param source where cache type and slots come from; empty where they are recorded
  private record Subject(
      String name, ModelShape shape, LoadOptions configured, Optional<Message> source) {}

  @Override
  public Integer call() throws PortException {
    var subject = subject();
    // A recorded shape is for checking what is computed.
    var correction = shapeFile == null ? context.useCases().lessons() : Correction.NONE;
    var estimator = new FitEstimator(engine(), hardware.read(context.useCases()), correction);
    return switch (estimator.estimate(subject.shape(), loading.over(subject.configured()))) {
      case Known.Value<FitReport>(var report) -> answer(subject, report, estimator);
      case Known.Unknown<FitReport>(var reason) -> noAnswer(subject, reason);
    };
  }

  private Subject subject() throws PortException {
    var typed = model;
    if (shapeFile != null && typed == null) {
      var recorded = readShape(shapeFile);
      return new Subject(
          shapeFile.toString(), recorded.shape(), recorded.options(), Optional.empty());
    }
    if (typed == null || shapeFile != null) {
      throw new WrongUsage("cli.fit.whichModel");
    }
    var name =
        ModelName.parse(typed).orElseThrow(() -> new WrongUsage("modelfile.name.invalid", typed));
    var useCases = context.useCases();
    var description = useCases.server().describe(name);
    var settings = useCases.serverSettings().read();
    var configured =
        settings.options(
            Modelfile.parse(description.modelfile()), ClaudeCodeReadiness.NEEDED_CONTEXT);
    return new Subject(
        typed, description.shape(), configured, Optional.of(settings.note(configured)));
  }

  private static ShapeReader.Recorded readShape(Path file) throws PortException {
    try (var input = Files.newInputStream(file)) {
      return ShapeReader.read(input, ClaudeCodeReadiness.NEEDED_CONTEXT);
    } catch (IOException e) {
      throw new PortException(
          PortException.Kind.MISSING, Message.of("cli.fit.shapeUnreadable", file), e);
    }
  }

  private Version engine() throws PortException {
    var typed = engine;
    if (typed != null) {
      return Version.parse(typed).orElseThrow(() -> new WrongUsage("cli.fit.notAVersion", typed));
    }
    try {
      return context.useCases().server().version();
    } catch (PortException e) {
      if (shapeFile == null) {
        throw e;
      }
      context.console().note(Message.of("cli.fit.assumedEngine", MEASURED));
      return MEASURED;
    }
  }

  private int answer(Subject subject, FitReport report, FitEstimator estimator) {
    var smaller =
        shapeFile == null
            ? new SmallerModels(context.useCases().server())
                .than(report, subject.shape(), estimator)
            : List.<SmallerModel>of();
    var found = new FitAnswer(subject.name(), report, smaller, source(subject, report));
    return context.finish(
        report.fits() ? ExitCode.DONE : ExitCode.NO, found.fill(context.answer()), found::print);
  }

  private static Optional<Message> source(Subject subject, FitReport report) {
    return subject.source().filter(_ -> report.options().servedAs(subject.configured()));
  }

  private int noAnswer(Subject subject, Message reason) {
    var answer = context.answer().put("model", subject.name()).unknown("totalBytes", reason);
    return context.finish(ExitCode.NO, answer, console -> console.line(reason));
  }
}
