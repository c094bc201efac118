package dev.switchyard.adapter.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has no such modes")
class PrivateLaunchFolderTest {
  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

  @TempDir Path state;

  @Test
  void onlyThePersonCanReadAndRunAScript() throws Exception {
    var script = folder().script("", "#!/bin/sh\n");
    var settings = folder().settings(".json", "{}");

    assertThat(modeOf(script)).isEqualTo("rwx------");
    assertThat(modeOf(settings)).isEqualTo("rw-------");
    assertThat(modeOf(script.getParent())).isEqualTo("rwx------");
    assertThat(settings)
        .hasContent("{}")
        .hasFileName(settings.getFileName().toString())
        .isAbsolute();
  }

  @Test
  void twoLaunchesInTheSameSecondGetFilesOfTheirOwn() throws Exception {
    assertThat(folder().script("", "a")).isNotEqualTo(folder().script("", "b"));
  }

  @Test
  void whatIsAWeekOldGoesAtTheNextLaunchAndNewerThingsStay() throws Exception {
    var old = folder().script("", "old");
    var recent = folder().script("", "recent");
    Files.setLastModifiedTime(old, FileTime.from(NOW.minus(Duration.ofDays(7)).minusSeconds(1)));
    Files.setLastModifiedTime(recent, FileTime.from(NOW.minus(Duration.ofDays(6))));

    folder().script("", "next");

    assertThat(old).doesNotExist();
    assertThat(recent).exists();
  }

  private PrivateLaunchFolder folder() {
    return new PrivateLaunchFolder(state, Clock.fixed(NOW, ZoneOffset.UTC));
  }

  private static String modeOf(Path file) throws Exception {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }
}
