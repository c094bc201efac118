package dev.switchyard.cli;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.benchmark.BenchmarkOutcome;
import dev.switchyard.domain.benchmark.BenchmarkRequest;
import dev.switchyard.domain.benchmark.BenchmarkResult;
import dev.switchyard.domain.benchmark.BenchmarkStep;
import dev.switchyard.domain.benchmark.CsvExport;
import dev.switchyard.domain.benchmark.Task;
import dev.switchyard.domain.model.ModelName;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `switchyard bench`: measures how fast a model is, and shows what was measured before. Ctrl-C
/// ends it with what it has.
@Command(name = "bench", description = "${bundle:cli.bench}")
final class BenchCommand implements Callable<Integer> {
  private final CommandContext context;

  @Parameters(
      arity = "0..1",
      paramLabel = "[MODEL]",
      hideParamSyntax = true,
      description = "${bundle:cli.bench.model}")
  private String model = "";

  @Option(
      names = "--task",
      split = ",",
      paramLabel = "TASK",
      description = "${bundle:cli.bench.task}")
  private List<String> tasks = List.of();

  @Option(names = "--repeats", paramLabel = "N", description = "${bundle:cli.bench.repeats}")
  private int repeats = BenchmarkRequest.USUAL_REPEATS;

  @Option(names = "--through-claude", description = "${bundle:cli.bench.through-claude}")
  private boolean throughClaude;

  @Option(names = "--reload", description = "${bundle:cli.bench.reload}")
  private boolean reload;

  @Option(names = "--limit", paramLabel = "SECONDS", description = "${bundle:cli.bench.limit}")
  private long limitSeconds = BenchmarkRequest.USUAL_LIMIT.toSeconds();

  @Option(names = "--history", description = "${bundle:cli.bench.history}")
  private boolean history;

  @Option(names = "--csv", description = "${bundle:cli.bench.csv}")
  private boolean csv;

  BenchCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws PortException {
    if (csv && context.json()) {
      throw new WrongUsage("bench.usage.csv-and-json");
    }
    return history ? tell() : measure(request());
  }

  private BenchmarkRequest request() {
    var name =
        ModelName.parse(model).orElseThrow(() -> new WrongUsage("models.pull.bad-name", model));
    if (repeats < 1 || repeats > BenchmarkRequest.MOST_REPEATS) {
      throw new WrongUsage("bench.usage.repeats", repeats, BenchmarkRequest.MOST_REPEATS);
    }
    if (limitSeconds < 1) {
      throw new WrongUsage("bench.usage.limit", limitSeconds);
    }
    return new BenchmarkRequest(
        name, chosen(), repeats, throughClaude, reload, Duration.ofSeconds(limitSeconds));
  }

  private List<Task> chosen() {
    return tasks.isEmpty()
        ? List.of(Task.values())
        : tasks.stream().map(BenchCommand::task).distinct().toList();
  }

  private static Task task(String id) {
    return Task.of(id.strip())
        .orElseThrow(() ->
            new WrongUsage(
                "bench.usage.task",
                id,
                Arrays.stream(Task.values()).map(Task::id).collect(Collectors.joining(", "))));
  }

  private int measure(BenchmarkRequest request) throws PortException {
    var useCases = context.useCases();
    // Open until the answer is printed: after Ctrl-C the program ends as soon as it is closed.
    try (var interruption = useCases.listenForInterruption()) {
      var outcome = useCases.benchmark().run(request, this::tell, interruption);
      outcome.ended().ifPresent(end -> context.console().note(end.text()));
      outcome.failures().forEach(failure -> context.console().note(failure.text()));
      if (csv) {
        return csv(List.of(outcome.result()), code(outcome));
      }
      var answer = context.answer();
      BenchmarkAnswer.fill(answer, outcome);
      return context.finish(
          code(outcome), answer, console -> BenchmarkLines.print(console, outcome));
    }
  }

  private void tell(BenchmarkStep step) {
    context.console().note(Message.of("bench.step", step.number(), step.of(), step.text()));
  }

  /// What became slower with an update is an answer that a script should not miss.
  private static ExitCode code(BenchmarkOutcome outcome) {
    boolean asWished = outcome.failures().isEmpty() && outcome.regressions().isEmpty();
    return outcome
        .ended()
        .map(end -> ExitCode.of(end.kind()))
        .orElse(asWished ? ExitCode.DONE : ExitCode.NO);
  }

  private int tell() throws PortException {
    var name = ModelName.parse(model);
    var results =
        context.useCases().benchmarks().all().stream()
            .filter(
                result -> model.isEmpty() || ModelName.parse(result.subject().model()).equals(name))
            .toList();
    if (csv) {
      return csv(results, ExitCode.DONE);
    }
    var answer = context.answer().objects("benchmarks", results, BenchmarkAnswer::fill);
    return context.finish(ExitCode.DONE, answer, console -> print(console, results));
  }

  private static void print(Console console, List<BenchmarkResult> results) {
    if (results.isEmpty()) {
      console.line("bench.none");
    }
    results.forEach(result -> BenchmarkLines.print(console, result));
  }

  private int csv(List<BenchmarkResult> results, ExitCode code) {
    CsvExport.lines(results).forEach(context.console()::plain);
    return code.number();
  }
}
