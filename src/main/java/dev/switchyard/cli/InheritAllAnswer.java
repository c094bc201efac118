package dev.switchyard.cli;

import dev.switchyard.domain.PortException;
import dev.switchyard.domain.route.InheritAll;

/// `switchyard route inherit --all`: takes every route back that Switchyard ever wrote.
final class InheritAllAnswer {
  private final CommandContext context;

  InheritAllAnswer(CommandContext context) {
    this.context = context;
  }

  int finish(boolean dryRun) throws PortException {
    var all = context.useCases().inheritAll();
    var outcome = dryRun ? all.plan() : all.apply();
    outcome.notes().forEach(context.console()::note);
    var answer = context.answer();
    answer
        .put("dryRun", dryRun)
        .objects("changes", outcome.changes(), ChangeAnswer::fill)
        .objects("left", outcome.left(), InheritAllAnswer::fill)
        .messages("notes", outcome.notes());
    return context.finish(
        outcome.left().isEmpty() ? ExitCode.DONE : ExitCode.NO,
        answer,
        console -> print(console, outcome, dryRun));
  }

  private static void fill(Answer answer, InheritAll.Left left) {
    answer.put("file", left.file().toString()).put("reason", left.reason());
  }

  private static void print(Console console, InheritAll.Outcome outcome, boolean dryRun) {
    for (var change : outcome.changes()) {
      console.line(ChangeAnswer.text(change));
      if (dryRun) {
        ChangeAnswer.printDifference(console, change);
      }
    }
    for (var left : outcome.left()) {
      console.line("cli.inherit-all.left", left.reason());
    }
    console.line(
        dryRun ? "cli.inherit-all.would" : "cli.inherit-all.done",
        outcome.changes().size(),
        outcome.left().size());
  }
}
