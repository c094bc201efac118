package dev.switchyard.cli;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.capability.HeldReports;
import dev.switchyard.domain.capability.ModelReadiness;
import dev.switchyard.domain.model.Capability;
import dev.switchyard.domain.model.ClaudeCodeReadiness;
import dev.switchyard.domain.model.InstalledModel;
import dev.switchyard.ui.text.Sizes;
import dev.switchyard.ui.text.Texts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;

/// `switchyard models`: what the server has, and which of it can drive Claude Code. A server that
/// is away is an answer too, not a failure.
final class ModelsCommand implements Callable<Integer> {
  private final CommandContext context;

  ModelsCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    try {
      var server = context.useCases().server();
      var models = server.installed();
      var reports = new HeldReports(context.useCases().capabilityReports(), server);
      var answer =
          context.answer().objects("models", models, (entry, model) -> fill(entry, model, reports));
      return context.finish(ExitCode.DONE, answer, console -> print(console, models, reports));
    } catch (PortException e) {
      context.console().note(e.text());
      var answer = context.answer().unknown("models", e.text());
      return context.finish(ExitCode.DONE, answer, _ -> {});
    }
  }

  private static void fill(Answer answer, InstalledModel model, HeldReports reports) {
    fill(answer, model);
    ProbeAnswer.fillReadiness(answer, reports.of(model));
  }

  /// One model, as `pull` answers with too.
  static void fill(Answer answer, InstalledModel model) {
    var readiness = ClaudeCodeReadiness.of(model);
    answer
        .put("name", model.name().shortText())
        .put("bytes", model.bytes())
        .put("parameters", model.parameterSize())
        .put("quantization", model.quantization())
        .put("contextLength", model.trainedContext())
        .put("configuredContextLength", model.configuredContext());
    switch (model.capabilities()) {
      case Known.Value<Set<Capability>>(var capabilities) ->
          answer.strings(
              "capabilities", capabilities.stream().sorted().map(Capability::wireName).toList());
      case Known.Unknown<Set<Capability>>(var reason) -> answer.unknown("capabilities", reason);
    }
    answer
        .put("readyForClaudeCode", readiness.isReady())
        .put("reason", readiness.reason())
        .put("cloud", model.isCloud())
        .put("modifiedAt", model.modifiedAt().map(Instant::toString));
  }

  private static void print(Console console, List<InstalledModel> models, HeldReports reports) {
    if (models.isEmpty()) {
      console.line("cli.models.none");
      return;
    }
    var texts = console.texts();
    var rows = new ArrayList<List<String>>();
    rows.add(
        List.of(
            texts.text("cli.models.name"),
            texts.text("cli.models.size"),
            texts.text("cli.models.parameters"),
            texts.text("cli.models.quantization"),
            texts.text("cli.models.context"),
            texts.text("cli.models.trained"),
            texts.text("cli.models.claude-code")));
    models.forEach(model -> rows.add(row(texts, model, reports)));
    console.table(rows);
  }

  private static List<String> row(Texts texts, InstalledModel model, HeldReports reports) {
    return List.of(
        model.name().shortText(),
        model.bytes().toOptional().map(bytes -> Sizes.bytes(bytes, texts.locale())).orElse("-"),
        model.parameterSize(),
        model.quantization(),
        tokens(texts, model.configuredContext()),
        tokens(texts, model.trainedContext()),
        texts.text(ModelReadiness.of(model, reports.standing(model)).reason()));
  }

  private static String tokens(Texts texts, Known<Integer> tokens) {
    return tokens.toOptional().map(count -> Sizes.tokens(count, texts.locale())).orElse("-");
  }
}
