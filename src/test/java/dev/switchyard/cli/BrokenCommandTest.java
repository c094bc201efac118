package dev.switchyard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.adapter.log.CrashFiles;
import dev.switchyard.domain.log.CrashReports;
import dev.switchyard.domain.log.Redaction;
import dev.switchyard.ui.text.Texts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

  @Test
  void theReportIsKeptAndNamed(@TempDir Path home) throws IOException {
    var log = home.resolve("log");
    var reports =
        new CrashReports(
            new CrashFiles(log, Clock.systemUTC()),
            () -> new Redaction(home, Map.of()),
            () -> "Switchyard 0.1.0");

    int code = run(_ -> broken(reports), "status");

    assertThat(code).isEqualTo(1);
    try (var files = Files.list(log)) {
      var report = files.findFirst().orElseThrow();
      assertThat(err.toString(StandardCharsets.UTF_8)).contains(report.toString());
      assertThat(Files.readString(report))
          .contains("Switchyard 0.1.0", "API_KEY=[redacted]", "\tat ")
          .doesNotContain("abcdefgh");
    }
  }

  /// Use cases all of which are broken, but the reports.
  private static UseCases broken(CrashReports reports) {
    return (UseCases)
        Proxy.newProxyInstance(
            UseCases.class.getClassLoader(),
            new Class<?>[] {UseCases.class},
            (_, method, _) ->
                switch (method.getName()) {
                  case "crashes" -> reports;
                  case "close" -> null;
                  default -> throw new IllegalStateException("API_KEY=abcdefgh");
                });
  }

  private int run(Function<StartOptions, UseCases> wiring, String... arguments) {
    return Switchyard.run(
        List.of(arguments),
        wiring,
        () -> 0,
        new Console(stream(out), stream(err), new Texts(Locale.ENGLISH)));
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
