package dev.switchyard.domain.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchyard.adapter.claude.ClaudeFiles;
import dev.switchyard.adapter.doctor.UserUnit;
import dev.switchyard.adapter.process.Processes;
import dev.switchyard.domain.OperatingSystem;
import dev.switchyard.domain.PortException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The person's own service gets variables and loses them again, with a `systemctl` of the test's.
@DisabledOnOs(OS.WINDOWS)
class ConfigureServerTest {
  private static final Step.Configure LONGER =
      new Step.Configure(Map.of("OLLAMA_CONTEXT_LENGTH", "65536"));

  @TempDir Path temporary;
  private Path overlay;
  private Path calls;
  private ConfigureServer configure;

  @BeforeEach
  void aServiceOfThePerson() throws IOException {
    calls = temporary.resolve("calls");
    systemctl("echo \"$@\" >> '%s'".formatted(calls));
    var unit =
        new UserUnit(
            new Processes(Map.of("PATH", temporary + ":/usr/bin:/bin"), OperatingSystem.LINUX),
            temporary.resolve("config"));
    overlay = unit.overlay();
    configure = new ConfigureServer(new ClaudeFiles(), unit);
  }

  @Test
  void whatIsPreviewedIsWrittenAndRemovedAgain() throws PortException, IOException {
    var preview = configure.preview(LONGER).changes().getFirst();
    assertThat(overlay).doesNotExist();

    var done = configure.configure(LONGER);

    assertThat(overlay)
        .hasContent(preview.textAfter())
        .hasContent("[Service]\nEnvironment=\"OLLAMA_CONTEXT_LENGTH=65536\"\n");
    assertThat(calls).hasContent("--user daemon-reload\n--user restart ollama.service\n");

    configure.undo(done);
    assertThat(overlay).doesNotExist();
    assertThat(Files.readAllLines(calls)).hasSize(4);
  }

  @Test
  void whatWasSetBeforeStays() throws PortException {
    configure.configure(new Step.Configure(Map.of("OLLAMA_KEEP_ALIVE", "24h")));
    var done = configure.configure(LONGER);
    assertThat(overlay).content().contains("OLLAMA_KEEP_ALIVE=24h", "OLLAMA_CONTEXT_LENGTH=65536");

    configure.undo(done);
    assertThat(overlay).hasContent("[Service]\nEnvironment=\"OLLAMA_KEEP_ALIVE=24h\"\n");
  }

  @Test
  void whatSomebodyHasChangedSinceStays() throws PortException, IOException {
    var done = configure.configure(LONGER);
    Files.writeString(overlay, "[Service]\n");

    assertThatThrownBy(() -> configure.undo(done)).isInstanceOf(PortException.class);
    assertThat(overlay).hasContent("[Service]\n");
  }

  @Test
  void aServiceThatDoesNotStartGetsBackWhatItHad() throws IOException {
    systemctl("echo no such unit >&2; exit 5");

    assertThatThrownBy(() -> configure.configure(LONGER))
        .isInstanceOfSatisfying(
            PortException.class, e -> assertThat(e.text().toString()).contains("no such unit"));
    assertThat(overlay).doesNotExist();
  }

  private void systemctl(String script) throws IOException {
    var file = temporary.resolve("systemctl");
    Files.writeString(file, "#!/bin/sh\n" + script + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }
}
