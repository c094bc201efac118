package dev.switchyard.adapter.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.switchyard.domain.log.Redaction;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class LogFilesTest {
  @TempDir Path home;

  @Test
  void anEntryIsALineWithItsTimeAndProcess() throws IOException {
    log().note("load gemma4:26b: done");

    assertThat(Files.readString(file()))
        .isEqualTo(
            """
            2026-11-23T06:00:00Z 42 INFO  Switchyard 0.1.0
            2026-11-23T06:00:00Z 42 INFO  load gemma4:26b: done
            """);
  }

  @Test
  void aFailureHasItsStackSetIn() throws IOException {
    log().failure("load x: failed", new IllegalStateException("a", new IOException("b")));

    assertThat(Files.readString(file()).lines().skip(1))
        .anyMatch(line -> line.endsWith("ERROR load x: failed"))
        .contains("    java.lang.IllegalStateException: a", "    Caused by: java.io.IOException: b")
        .anyMatch(line -> line.startsWith("    \tat "));
  }

  @Test
  void anIntroductionThatCannotBeReadFailsNothing() {
    var log =
        new LogFiles(
            folder(),
            Clock.systemUTC(),
            42,
            () -> new Redaction(home, Map.of()),
            () -> {
              throw new UncheckedIOException(new IOException("not UTF-8"));
            });

    assertThatCode(() -> log.note("load x: done")).doesNotThrowAnyException();
  }

  @Test
  void nothingIsWrittenBeforeTheFirstEntry() {
    log();

    assertThat(folder()).doesNotExist();
  }

  @Test
  void secretsAndControlCharactersStayOut() throws IOException {
    log().note("API_KEY=abcdefgh \u001b[31m" + home + "/x");

    assertThat(Files.readString(file())).contains("API_KEY=[redacted] ?[31m~/x");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void onlyTheOwnerMayRead() throws IOException {
    Files.createDirectories(folder());
    Files.setPosixFilePermissions(folder(), PosixFilePermissions.fromString("rwxr-xr-x"));

    log().note("x");

    assertThat(permissions(folder())).isEqualTo("rwx------");
    assertThat(permissions(file())).isEqualTo("rw-------");
  }

  @Test
  void theFilesAreFewAndSmall() throws IOException {
    var log = log();
    var line = "x".repeat(30_000);
    for (int i = 0; i < 200; i++) {
      log.note(i + " " + line);
    }

    try (Stream<Path> files = Files.list(folder())) {
      var all = files.toList();
      assertThat(all).hasSize(1 + LogFiles.KEPT);
      for (var one : all) {
        assertThat(Files.size(one)).isLessThanOrEqualTo(LogFiles.LARGEST_BYTES);
      }
    }
    assertThat(Files.readString(file())).contains("199 ");
    assertThat(Files.readString(folder().resolve("switchyard.log.4"))).doesNotContain(" 199 ");
  }

  @Test
  void severalWritersLoseNothing() throws IOException {
    try (var threads = Executors.newFixedThreadPool(4)) {
      for (int writer = 0; writer < 4; writer++) {
        var name = "writer " + writer;
        var log = log();
        threads.execute(() -> {
          for (int i = 0; i < 100; i++) {
            log.note(name);
          }
        });
      }
    }

    assertThat(Files.readAllLines(file()).stream().filter(line -> line.contains("writer")))
        .hasSize(400)
        .allMatch(line -> line.matches("\\S+ 42 INFO  writer \\d"));
  }

  @Test
  void aFolderThatCannotBeMadeIsNoTrouble() throws IOException {
    Files.writeString(folder(), "a file in its place");

    log().note("x");

    assertThat(Files.readString(folder())).isEqualTo("a file in its place");
  }

  private LogFiles log() {
    var clock = Clock.fixed(Instant.parse("2026-11-23T06:00:00Z"), ZoneOffset.UTC);
    return new LogFiles(
        folder(), clock, 42, () -> new Redaction(home, Map.of()), () -> "Switchyard 0.1.0");
  }

  private Path folder() {
    return home.resolve("log");
  }

  private Path file() {
    return folder().resolve(LogFiles.NAME);
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
