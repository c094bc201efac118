package dev.switchyard.cli;

import dev.switchyard.domain.Bytes;
import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.endpoint.Version;
import dev.switchyard.domain.fit.Alternative;
import dev.switchyard.domain.fit.Correction;
import dev.switchyard.domain.fit.FitEstimator;
import dev.switchyard.domain.fit.FitReport;
import dev.switchyard.domain.fit.LoadOptions;
import dev.switchyard.domain.fit.ModelShape;
import dev.switchyard.domain.fit.Part;
import dev.switchyard.domain.fit.ShapeReader;
import dev.switchyard.domain.fit.Verdict;
import dev.switchyard.domain.model.ClaudeCodeReadiness;
import dev.switchyard.domain.model.ModelName;
import dev.switchyard.domain.modelfile.Modelfile;
import dev.switchyard.ui.text.Sizes;
import dev.switchyard.ui.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
  private record Subject(String name, ModelShape shape, LoadOptions configured) {}

  @Override
  public Integer call() throws PortException {
    var subject = subject();
    // A recorded shape is for checking what is computed.
    var correction = shapeFile == null ? context.useCases().lessons() : Correction.NONE;
    var estimator = new FitEstimator(engine(), hardware.read(context.useCases()), correction);
    return switch (estimator.estimate(subject.shape(), loading.over(subject.configured()))) {
      case Known.Value<FitReport>(var report) -> answer(subject, report);
      case Known.Unknown<FitReport>(var reason) -> noAnswer(subject, reason);
    };
  }

  private Subject subject() throws PortException {
    var typed = model;
    if (shapeFile != null && typed == null) {
      var recorded = readShape(shapeFile);
      return new Subject(shapeFile.toString(), recorded.shape(), recorded.options());
    }
    if (typed == null || shapeFile != null) {
      throw new WrongUsage("cli.fit.whichModel");
    }
    var name =
        ModelName.parse(typed).orElseThrow(() -> new WrongUsage("modelfile.name.invalid", typed));
    var description = context.useCases().server().describe(name);
    return new Subject(
        typed, description.shape(), configured(Modelfile.parse(description.modelfile())));
  }

  /// The model's own settings; Claude Code's context where it has none.
  private static LoadOptions configured(Modelfile modelfile) {
    long length =
        modelfile
            .contextLength()
            .filter(tokens -> tokens > 0 && tokens <= Integer.MAX_VALUE)
            .orElse((long) ClaudeCodeReadiness.NEEDED_CONTEXT);
    return LoadOptions.of((int) length).withBatch(modelfile.batch());
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

  private int answer(Subject subject, FitReport report) {
    var need = report.need();
    var answer =
        context
            .answer()
            .put("model", subject.name())
            .put("contextLength", need.contextLength())
            .put("engine", report.engine().toString())
            .put("totalBytes", need.totalBytes())
            .objects("parts", need.parts(), FitCommand::part)
            .objects("headroom", need.headroom(), FitCommand::part)
            .put("gpuBytes", report.placement().gpuBytes())
            .put("ramBytes", report.placement().ramBytes())
            .put("batch", need.batch())
            .put("layers", report.layers())
            .put("gpuLayers", report.placement().gpuLayers())
            .put("verdict", report.placement().verdict().map(Verdict::wireName))
            .put("recommendedContextLength", recommended(report))
            .put("splitsFromContextLength", report.splitsFrom())
            .put("fitsUpToContextLength", report.reach().whole())
            .put("inMemoryUpToContextLength", report.reach().inMemory())
            .put("loadsUpToContextLength", report.reach().loadable())
            .put("kvCacheType", report.options().kvType().wireName())
            .put("slots", report.options().slots())
            .objects("alternatives", report.alternatives(), FitCommand::alternative)
            .messages("notes", notes(report));
    return context.finish(
        report.fits() ? ExitCode.DONE : ExitCode.NO,
        answer,
        console -> print(console, subject, report));
  }

  private static void part(Answer answer, Part part) {
    answer
        .put("name", part.name().wireName())
        .put("bytes", part.bytes())
        .put("formula", part.formula())
        .put("assumption", part.assumption());
  }

  private static void alternative(Answer answer, Alternative way) {
    answer
        .put("kvCacheType", way.options().kvType().wireName())
        .put("batch", way.options().batch())
        .put("slots", way.options().slots())
        .put("totalBytes", way.totalBytes())
        .put("savedBytes", way.savedBytes())
        .put("verdict", way.verdict().map(Verdict::wireName))
        .put("cost", way.cost());
  }

  private static Known<Integer> recommended(FitReport report) {
    return report.recommendedContext(ClaudeCodeReadiness.NEEDED_CONTEXT);
  }

  private static List<Message> notes(FitReport report) {
    return Stream.concat(report.notes().stream(), report.need().assumptions().stream()).toList();
  }

  private static void print(Console console, Subject subject, FitReport report) {
    var need = report.need();
    console.line("cli.fit.title", subject.name(), need.contextLength(), report.engine());
    console.table(need.parts().stream().map(part -> row(console, part)).toList());
    console.line("cli.fit.total", new Bytes(need.totalBytes()));
    console.table(need.headroom().stream().map(part -> row(console, part)).toList());
    console.line(report.sentence());
    switch (recommended(report)) {
      case Known.Value<Integer>(var tokens) -> console.line("cli.fit.recommended", tokens);
      case Known.Unknown<Integer>(var reason) -> console.line(reason);
    }
    console.line("cli.fit.end", ends(console.texts(), report));
    console.table(report.alternatives().stream().map(way -> row(console, way)).toList());
    notes(report).forEach(console::note);
  }

  private static String ends(Texts texts, FitReport report) {
    return report.ends().stream().map(texts::text).collect(Collectors.joining(" · "));
  }

  private static List<String> row(Console console, Part part) {
    var texts = console.texts();
    return List.of(
        "  " + texts.text("fit.part." + part.name().wireName()),
        Sizes.bytes(part.bytes(), texts.locale()),
        texts.text(part.assumption()));
  }

  private static List<String> row(Console console, Alternative way) {
    var texts = console.texts();
    return List.of(
        "  " + texts.text("cli.fit.saves", new Bytes(way.savedBytes())),
        way.verdict()
            .map(verdict -> texts.text("fit.verdict." + verdict.wireName()))
            .toOptional()
            .orElse(""),
        texts.text(way.cost()));
  }

  private int noAnswer(Subject subject, Message reason) {
    var answer = context.answer().put("model", subject.name()).unknown("totalBytes", reason);
    return context.finish(ExitCode.NO, answer, console -> console.line(reason));
  }
}
