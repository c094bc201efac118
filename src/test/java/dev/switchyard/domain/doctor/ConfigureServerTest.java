package dev.switchyard.domain.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchyard.adapter.claude.ClaudeFiles;
import dev.switchyard.adapter.doctor.UserUnit;
import dev.switchyard.adapter.process.Processes;
import dev.switchyard.domain.Message;
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

  @Test
  void itIsStartedAgainWithWhatItHad() throws IOException {
    systemctl(
        """
        echo "$@" >> '%s'
        if [ "$2" = restart ] && [ -e '%s' ]; then echo bad value >&2; exit 5; fi
        """
            .formatted(calls, overlay));

    assertThatThrownBy(() -> configure.configure(LONGER))
        .isInstanceOfSatisfying(
            PortException.class,
            e ->
                assertThat(e.text().toString()).contains("doctor.service.taken-back", "bad value"));

    assertThat(overlay).doesNotExist();
    assertThat(calls)
        .hasContent(
            """
            --user daemon-reload
            --user restart ollama.service
            --user daemon-reload
            --user restart ollama.service
            """);
  }

  @Test
  void theFirstReasonIsToldWhereNothingCanBeTakenBack() throws IOException {
    systemctl("echo theirs > '%s'; echo bad value >&2; exit 5".formatted(overlay));

    assertThatThrownBy(() -> configure.configure(LONGER))
        .isInstanceOfSatisfying(
            PortException.class,
            e -> {
              assertThat(e.text().toString())
                  .contains("doctor.service.file-left", "bad value", overlay.toString());
              assertThat(e.getSuppressed()).hasSize(1);
            });
    assertThat(overlay).hasContent("theirs");
  }

  @Test
  void whatThePersonHasWrittenThereStays() throws PortException, IOException {
    var theirs =
        """
        # mine
        [Service]
        Environment=CUDA_VISIBLE_DEVICES=1 OLLAMA_CONTEXT_LENGTH=4096
        Environment="OLLAMA_CONTEXT_LENGTH=8192"
        Environment="HTTPS_PROXY=http://proxy:3128"
        ExecStart=
        ExecStart=/opt/ollama serve

        [Unit]
        After=network.target
        """;
    Files.createDirectories(overlay.getParent());
    Files.writeString(overlay, theirs);

    var done = configure.configure(LONGER);
    assertThat(overlay)
        .hasContent(
            theirs.replace("Environment=\"OLLAMA_CONTEXT_LENGTH=8192\"\n", "")
                + "[Service]\nEnvironment=\"OLLAMA_CONTEXT_LENGTH=65536\"\n");

    configure.undo(done);
    assertThat(overlay).hasContent(theirs);
  }

  @Test
  void aLongValueIsReadAsAShortOne() {
    var unit = new UnitFile();
    var models = "x".repeat(100_000);
    var set = UnitFile.with("", Map.of("OLLAMA_MODELS", models));

    unit.add(set, Message.of("place"));

    assertThat(unit.variables().get("OLLAMA_MODELS").value()).isEqualTo(models);
    assertThat(UnitFile.with(set, Map.of("OLLAMA_MODELS", "/m")))
        .isEqualTo("[Service]\nEnvironment=\"OLLAMA_MODELS=/m\"\n");
  }

  private void systemctl(String script) throws IOException {
    var file = temporary.resolve("systemctl");
    Files.writeString(file, "#!/bin/sh\n" + script + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }
}
