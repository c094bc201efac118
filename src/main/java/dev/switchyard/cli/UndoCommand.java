package dev.switchyard.cli;

import dev.switchyard.domain.PortException;
import dev.switchyard.domain.route.Journal;
import dev.switchyard.domain.route.SwitchRoute;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;

/// `switchyard undo`: takes the last switch back.
final class UndoCommand implements Callable<Integer> {
  private final CommandContext context;

  UndoCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws PortException {
    var undone = context.useCases().switchRoute().undo();
    var answer = context.answer().put("undone", undone.isPresent());
    undone.ifPresent(one -> fill(answer, one.taken()));
    var notes = undone.map(SwitchRoute.Undone::notes).orElse(List.of());
    notes.forEach(context.console()::note);
    answer.messages("notes", notes);
    return context.finish(
        undone.isPresent() ? ExitCode.DONE : ExitCode.NO,
        answer,
        console -> print(console, undone));
  }

  private static void fill(Answer answer, Journal.Switch one) {
    answer
        .put("folder", one.folder().toString())
        .put("choice", one.choice().name().toLowerCase(Locale.ROOT))
        .put("switchedAt", one.at().toString())
        .strings("files", one.files().stream().map(before -> before.file().toString()).toList());
  }

  private static void print(Console console, Optional<SwitchRoute.Undone> undone) {
    undone
        .map(SwitchRoute.Undone::taken)
        .ifPresentOrElse(
            one ->
                console.line(
                    "cli.undo.done",
                    one.choice().name().toLowerCase(Locale.ROOT),
                    one.folder().toString()),
            () -> console.line("cli.undo.nothing"));
  }
}
