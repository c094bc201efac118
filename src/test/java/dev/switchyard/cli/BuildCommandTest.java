package dev.switchyard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.CommandRun;
import dev.switchyard.adapter.demo.Setup;
import dev.switchyard.adapter.demo.SimulatedOllama;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BuildCommandTest {
  @TempDir Path home;
  private SimulatedOllama server;

  @BeforeEach
  void start() throws IOException {
    server = SimulatedOllama.start(Setup.instant());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void buildsChecksAndSaves() throws Exception {
    var run = build("coder", "--from", "gemma4:26b", "--context", "128K");

    assertThat(run.code()).isZero();
    var json = run.json();
    assertThat(json.get("contextLength").asInt()).isEqualTo(131_072);
    assertThat(json.get("readyForClaudeCode").asBoolean()).isTrue();
    assertThat(json.get("verified").asBoolean()).isTrue();
    assertThat(saved("coder"))
        .hasContent(
            """
            FROM gemma4:26b
            PARAMETER num_ctx 131072
            PARAMETER temperature 0.2
            PARAMETER top_p 0.9
            """);
  }

  @Test
  void changesWhatWasAskedForInASavedFileAndKeepsTheRest() throws Exception {
    Files.createDirectories(saved("x").getParent());
    Files.writeString(saved("mine"), "# my own\r\nFROM gemma4:26b\r\nPARAMETER num_ctx 1\r\n");

    assertThat(build("mine", "--context", "65536").code()).isZero();
    assertThat(Files.readString(saved("mine")))
        .isEqualTo("# my own\r\nFROM gemma4:26b\r\nPARAMETER num_ctx 65536\r\n");
  }

  @Test
  void aNameWithSlashAndColonIsSavedEncoded() throws Exception {
    assertThat(build("team/coder:64k", "--from", "gemma4:26b").code()).isZero();
    assertThat(saved("team%2Fcoder%3A64k")).exists();
  }

  /// Name, base, context and the exit code. Nothing is built and nothing saved.
  @ParameterizedTest
  @CsvSource({
    "coder, gemma4:26b, 300000, 2",
    "coder, not-installed, 65536, 2",
    "coder, 'bad name!', 65536, 2",
    "claude-sonnet-4-6, gemma4:26b, 65536, 2",
    "'bad name!', gemma4:26b, 65536, 2",
    "coder, gemma4:26b, none, 2"
  })
  void refusesWhatCannotBeMeant(String name, String base, String length, int code) {
    var run = build(name, "--from", base, "--context", length);

    assertThat(run.code()).isEqualTo(code);
    assertThat(run.err()).isNotBlank();
    assertThat(home.resolve(".ollama/Modelfiles")).doesNotExist();
  }

  @Test
  void needsASavedFileOrABase() {
    assertThat(build("coder").code()).isEqualTo(2);
  }

  @Test
  void aServerThatIsAwayIsSaidSo() {
    server.close();
    assertThat(build("coder", "--from", "gemma4:26b").code()).isEqualTo(3);
    assertThat(home.resolve(".ollama/Modelfiles")).doesNotExist();
  }

  private CommandRun build(String... arguments) {
    var all =
        new ArrayList<>(
            List.of(
                "build", "--json", "--home", home.toString(), "--ollama", server.url().toString()));
    all.addAll(List.of(arguments));
    return CommandRun.of(all.toArray(String[]::new));
  }

  private Path saved(String fileName) {
    return home.resolve(".ollama/Modelfiles").resolve(fileName);
  }
}
