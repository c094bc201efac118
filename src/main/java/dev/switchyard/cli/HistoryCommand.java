package dev.switchyard.cli;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.route.SettingsHistory.Versions;
import dev.switchyard.domain.route.SettingsVersion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `switchyard history`: the kept versions of the settings files that Switchyard wrote.
@Command(name = "history", description = "${bundle:cli.history}")
final class HistoryCommand implements Callable<Integer> {
  private final CommandContext context;

  @Parameters(arity = "0..1", paramLabel = "FILE", description = "${bundle:cli.history.file}")
  private @Nullable Path file;

  HistoryCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws PortException {
    var histories = histories();
    var answer = context.answer().objects("files", histories, HistoryCommand::fill);
    return context.finish(ExitCode.DONE, answer, console -> print(console, histories));
  }

  private List<Versions> histories() throws PortException {
    var history = context.useCases().settingsHistory();
    var all = new ArrayList<Versions>();
    for (var one :
        file == null ? history.files() : history.meantBy(file.toAbsolutePath().normalize())) {
      all.add(history.of(one));
    }
    return all;
  }

  private static void fill(Answer answer, Versions history) {
    var versions = history.versions();
    answer
        .put("file", history.file().toString())
        .objects(
            "versions",
            versions,
            (entry, version) ->
                fill(entry.put("number", versions.indexOf(version) + 1L), version)
                    .put("current", history.isCurrent(version)));
  }

  static Answer fill(Answer answer, SettingsVersion version) {
    return answer
        .put("id", version.id())
        .put("at", version.at().toString())
        .put("made", version.made().name().toLowerCase(Locale.ROOT))
        .put("present", version.present())
        .put("bytes", version.bytes());
  }

  private static void print(Console console, List<Versions> histories) {
    if (histories.isEmpty()) {
      console.line("cli.history.nothing");
    }
    for (var history : histories) {
      console.plain(history.file().toString());
      var rows = new ArrayList<List<String>>();
      for (var version : history.versions()) {
        rows.add(row(console, history, version, rows.size() + 1));
      }
      console.table(rows);
    }
  }

  private static List<String> row(
      Console console, Versions history, SettingsVersion version, int number) {
    var texts = console.texts();
    return List.of(
        "  " + number,
        version.id(),
        console.time(version.at()),
        texts.text(made(version)),
        version.present()
            ? texts.text("cli.history.bytes", version.bytes())
            : texts.text("cli.history.absent"),
        history.isCurrent(version) ? texts.text("cli.history.current") : "");
  }

  static Message made(SettingsVersion version) {
    return Message.of("history.made." + version.made().name().toLowerCase(Locale.ROOT));
  }
}
