package dev.switchyard.adapter.claude;

import dev.switchyard.adapter.file.AtomicFiles;
import dev.switchyard.adapter.process.Command;
import dev.switchyard.adapter.process.Outcome;
import dev.switchyard.adapter.process.Processes;
import dev.switchyard.domain.Cancellation;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.probe.ClaudeEvent;
import dev.switchyard.domain.probe.HeadlessClaude;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/// Runs Claude Code in its headless mode.
///
/// The settings of one run stand in a private file, not on the command line, which every other
/// program can read; the file is gone when the run ends.
public final class ClaudeCli implements HeadlessClaude {
  /// What is proven must not become another version on the way.
  private static final Map<String, String> NO_UPDATE = Map.of("DISABLE_AUTOUPDATER", "1");

  private final Supplier<Processes> processes;
  private final Path folder;

  /// @param processes start it with the environment that the person's own runs have just now
  /// @param state Switchyard's state folder
  public ClaudeCli(Supplier<Processes> processes, Path state) {
    this.processes = processes;
    this.folder = state.resolve("proofs");
  }

  @Override
  public void ask(Question question, Listener listener, Cancellation cancellation)
      throws PortException {
    var settings = folder.resolve("run-" + UUID.randomUUID() + ".json");
    try {
      AtomicFiles.writePrivate(settings, question.settings().getBytes(StandardCharsets.UTF_8));
      run(question, settings, listener, cancellation);
    } finally {
      AtomicFiles.delete(settings);
    }
  }

  private void run(Question question, Path settings, Listener listener, Cancellation cancellation)
      throws PortException {
    var command =
        Command.of(arguments(question, settings))
            .in(question.folder())
            .with(NO_UPDATE)
            .within(question.limit())
            .reading(question.prompt());
    var output = new Output(listener);
    var outcome = processes.get().run(command, output, cancellation);
    if (!output.ended) {
      throw new PortException(
          PortException.Kind.FAILED,
          Message.of("verify.claude-failed", outcome.exitCode(), words(output, outcome)));
    }
  }

  private static List<String> arguments(Question question, Path settings) {
    var arguments =
        new ArrayList<>(
            List.of(
                question.program().toString(),
                "-p",
                "--output-format",
                "stream-json",
                "--verbose",
                "--include-partial-messages",
                "--no-session-persistence",
                "--settings",
                settings.toString()));
    if (question.singleTurn()) {
      arguments.addAll(List.of("--max-turns", "1"));
    }
    return arguments;
  }

  /// Errors before the first event stand on either stream.
  private static String words(Output output, Outcome outcome) {
    var errors = outcome.errors().strip();
    return errors.isEmpty() ? output.plain : errors.lines().findFirst().orElse("");
  }

  /// Reads line by line and remembers whether there was a result.
  private static final class Output implements Processes.Lines {
    private final Listener listener;
    private String plain = "";
    private boolean ended;

    Output(Listener listener) {
      this.listener = listener;
    }

    @Override
    public boolean on(String line) throws PortException {
      var event = StreamJson.read(line);
      if (event.isPresent()) {
        listener.on(event.get());
        ended = event.get() instanceof ClaudeEvent.Ended;
      } else if (plain.isEmpty() && !line.startsWith("{")) {
        plain = line.strip();
      }
      return !ended;
    }
  }
}
