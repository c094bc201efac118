package dev.switchyard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.ui.text.Texts;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class BrokenCommandTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void aBugIsOneLineAndItsDetailsAreAskedFor() {
    assertThat(run("undo")).isEqualTo(1);
    assertThat(err.toString(StandardCharsets.UTF_8).lines())
        .singleElement()
        .asString()
        .contains("bug in Switchyard")
        .contains("made to break");

    err.reset();
    run("undo", "--stacktrace");
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("\tat ");
  }

  @Test
  void aBugIsAnObjectForScripts() {
    run("undo", "--json");

    assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("{").contains("\"error\"");
  }

  @Test
  void anErrorOfTheMachineIsABugToo() {
    int code =
        Switchyard.run(
            List.of("status"),
            _ -> {
              throw new NoClassDefFoundError("taken away");
            },
            () -> 0,
            new Console(stream(out), stream(err), new Texts(Locale.ENGLISH)));

    assertThat(code).isEqualTo(1);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("bug in Switchyard", "taken away");
  }

  private int run(String... arguments) {
    return Switchyard.run(
        List.of(arguments),
        _ -> {
          throw new IllegalStateException("made to break");
        },
        () -> 0,
        new Console(stream(out), stream(err), new Texts(Locale.ENGLISH)));
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }
}
