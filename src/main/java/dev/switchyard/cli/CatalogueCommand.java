package dev.switchyard.cli;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.fit.FitReport;
import dev.switchyard.domain.fit.Verdict;
import dev.switchyard.domain.model.ClaudeCodeReadiness;
import dev.switchyard.domain.modelfile.ServerMemory;
import dev.switchyard.domain.setup.BestModel;
import dev.switchyard.domain.setup.FitsMachine;
import dev.switchyard.domain.setup.FitsMachine.Row;
import dev.switchyard.ui.text.Sizes;
import dev.switchyard.ui.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `switchyard catalogue`: what could be pulled, and whether it would fit.
@Command(name = "catalogue", description = "${bundle:cli.catalogue}")
final class CatalogueCommand implements Callable<Integer> {
  private final CommandContext context;

  @Mixin private final HardwareOptions hardware = new HardwareOptions();

  CatalogueCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws PortException {
    var useCases = context.useCases();
    var memory = new ServerMemory(useCases.server(), useCases.memory());
    var rows =
        new FitsMachine(useCases.server(), memory, useCases.lessons())
            .available(hardware.read(useCases));
    var best = BestModel.of(rows);
    var answer =
        context
            .answer()
            .put("contextLength", ClaudeCodeReadiness.NEEDED_CONTEXT)
            .objects("models", rows, CatalogueCommand::fill)
            .put("best", best.map(model -> model.entry().name().shortText()));
    best.ifPresent(model -> answer.put("reason", model.why()));
    return context.finish(ExitCode.DONE, answer, console -> print(console, rows, best));
  }

  private static void fill(Answer answer, Row row) {
    var entry = row.entry();
    answer
        .put("name", entry.name().shortText())
        .put("cloud", entry.cloud())
        .put("installed", row.installed());
    putKnown(answer, "bytes", entry.bytes());
    putKnown(answer, "trainedContextLength", entry.trainedContext());
    answer
        .put("totalBytes", row.report().map(report -> report.need().totalBytes()))
        .put("statedMemoryBytes", Optional.of(entry.statedMemory()).filter(bytes -> bytes > 0))
        .put("verdict", verdict(row).map(Verdict::wireName))
        .put(
            "recommendedContextLength",
            row.report()
                .flatMap(report ->
                    report.recommendedContext(ClaudeCodeReadiness.NEEDED_CONTEXT).toOptional()))
        .put("about", !row.installed())
        .put("reason", row.sentence())
        .map("sources", entry.sources());
  }

  private static Known<Verdict> verdict(Row row) {
    return row.report()
        .map(FitReport::placement)
        .map(placement -> placement.verdict())
        .orElseGet(() -> row.claim().verdict());
  }

  private static void putKnown(Answer answer, String field, long value) {
    if (value > 0) {
      answer.put(field, value);
    } else {
      answer.unknown(field, Message.of("models.verdict.nothing-known"));
    }
  }

  private static void print(Console console, List<Row> rows, Optional<BestModel> best) {
    var texts = console.texts();
    var table = new ArrayList<List<String>>();
    table.add(
        List.of(
            texts.text("cli.models.name"),
            texts.text("cli.models.size"),
            texts.text("cli.catalogue.memory"),
            texts.text("cli.catalogue.verdict", ClaudeCodeReadiness.NEEDED_CONTEXT)));
    rows.forEach(row -> table.add(row(texts, row)));
    console.table(table);
    best.ifPresent(
        model -> console.line("cli.catalogue.best", model.entry().name().shortText(), model.why()));
  }

  private static List<String> row(Texts texts, Row row) {
    return List.of(
        row.entry().name().shortText(),
        amount(texts, row.entry().bytes()),
        row.report()
            .map(report -> Sizes.bytes(report.need().totalBytes(), texts.locale()))
            .orElse("-"),
        texts.text(row.sentence()));
  }

  private static String amount(Texts texts, long bytes) {
    return bytes > 0 ? Sizes.bytes(bytes, texts.locale()) : "-";
  }
}
