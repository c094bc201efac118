package dev.switchyard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.cli.Console;
import dev.switchyard.cli.StartOptions;
import dev.switchyard.cli.Switchyard;
import dev.switchyard.ui.text.Texts;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One command line run inside the test's process, over the real wiring.
///
/// @param code the exit code
/// @param out what stood on standard output
/// @param err what stood on standard error
public record CommandRun(int code, String out, String err) {
  /// Runs a command; give `--home` a temporary folder, and `--ollama` a server of the test's own.
  public static CommandRun of(String... arguments) {
    return in(Locale.ENGLISH, arguments);
  }

  /// Runs it for a person of another language.
  public static CommandRun in(Locale locale, String... arguments) {
    return run(locale, Wiring::new, arguments);
  }

  /// Runs it as on a machine of the test's own.
  static CommandRun on(Machine machine, String... arguments) {
    return run(Locale.ENGLISH, options -> Wiring.ofCommand(options, machine), arguments);
  }

  private static CommandRun run(
      Locale locale, Function<StartOptions, Wiring> wiring, String... arguments) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var console =
        new Console(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            new Texts(locale));
    int code =
        Switchyard.run(
            List.of(arguments),
            wiring,
            () -> {
              throw new AssertionError("a command opened the window");
            },
            console);
    return new CommandRun(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /// The one JSON object on standard output; fails if anything else stands there.
  public JsonNode json() {
    var lines = out.lines().toList();
    assertThat(lines).as("standard output").hasSize(1);
    return new JsonMapper().readTree(lines.getFirst());
  }
}
