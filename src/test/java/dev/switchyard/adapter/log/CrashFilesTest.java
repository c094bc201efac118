package dev.switchyard.adapter.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.domain.log.CrashReports;
import dev.switchyard.domain.log.Redaction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class CrashFilesTest {
  private static final Instant NOW = Instant.parse("2026-11-23T06:00:00Z");

  @TempDir Path home;

  @Test
  void theReportHasVersionsAndStackAndNoSecret() throws IOException {
    var bug = new IllegalStateException("ANTHROPIC_API_KEY=abcdefgh in " + home + "/x");

    var crash = reports().of(bug);

    assertThat(crash.summary())
        .isEqualTo("java.lang.IllegalStateException: ANTHROPIC_API_KEY=[redacted] in ~/x");
    assertThat(crash.report())
        .contains("Switchyard 0.1.0", "\tat dev.switchyard")
        .doesNotContain("abcdefgh", home.toString());
    assertThat(crash.goesOn()).isTrue();
    assertThat(Files.readString(crash.file().orElseThrow())).contains(crash.report());
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void onlyTheOwnerMayRead() throws IOException {
    var file = reports().of(new IllegalStateException()).file().orElseThrow();

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
        .isEqualTo("rwx------");
  }

  @Test
  void theNewestAreKept() throws IOException {
    for (int i = 0; i < 15; i++) {
      store(NOW.plus(Duration.ofMinutes(i))).keep("report " + i);
    }

    try (Stream<Path> files = Files.list(home.resolve("log"))) {
      assertThat(files.map(path -> path.getFileName().toString()))
          .hasSize(CrashFiles.KEPT)
          .contains("crash-20261123-061400-000.txt")
          .doesNotContain("crash-20261123-060400-000.txt");
    }
  }

  @Test
  void whereItCannotBeKeptItIsStillMade() throws IOException {
    Files.writeString(home.resolve("log"), "a file in its place");

    var crash = reports().of(new IllegalStateException("x"));

    assertThat(crash.file()).isEmpty();
    assertThat(crash.report()).contains("IllegalStateException: x");
  }

  @Test
  void versionsThatCannotBeReadAreNoSecondBug() {
    var reports =
        new CrashReports(
            store(NOW),
            () -> new Redaction(home, Map.of()),
            () -> {
              throw new IllegalStateException("no versions");
            });

    assertThat(reports.of(new OutOfMemoryError("x")))
        .satisfies(crash -> assertThat(crash.report()).contains("versions unknown", "OutOfMemory"))
        .satisfies(crash -> assertThat(crash.goesOn()).isFalse());
    assertThat(reports.of(new NoClassDefFoundError()).goesOn()).isFalse();
    assertThat(reports.of(new StackOverflowError()).goesOn()).isTrue();
  }

  private CrashReports reports() {
    return new CrashReports(
        store(NOW), () -> new Redaction(home, Map.of()), () -> "Switchyard 0.1.0\n");
  }

  private CrashFiles store(Instant now) {
    return new CrashFiles(home.resolve("log"), Clock.fixed(now, ZoneOffset.UTC));
  }
}
