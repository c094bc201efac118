package dev.switchyard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.CommandRun;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatusCommandTest {
  @TempDir Path home;

  @Test
  void tellsTheMachinesMemoryAndTheReasonForWhatItCannotSee() {
    var run = CommandRun.of("status", "--json", "--home", home.toString());

    assertThat(run.code()).isZero();
    var memory = run.json().get("memory");
    assertThat(memory.get("totalBytes").asLong()).isGreaterThan(1L << 28);
    assertThat(memory.get("usedBytes").asLong()).isBetween(1L, memory.get("totalBytes").asLong());
    assertThat(run.json().has("gpus") || run.json().get("unknown").has("gpus")).isTrue();
  }

  @Test
  void sharedOptionsMayStandBeforeTheCommand() {
    assertThat(CommandRun.of("--json", "--home", home.toString(), "status").json().has("memory"))
        .isTrue();
  }
}
