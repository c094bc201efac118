package dev.switchyard.adapter.claude;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.domain.session.SessionNote;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionFilesTest {
  /// As Claude Code 2.1.330 writes it.
  private static final String NOTE =
      """
      {"pid":4098,"sessionId":"ac438858-25a2-4696-be94-fdb7d64b95ed","cwd":"/home/ada/app",\
      "startedAt":1795404398156,"procStart":"1117189","version":"2.1.330","peerProtocol":1,\
      "kind":"interactive","entrypoint":"cli","name":"app-94","status":"idle",\
      "updatedAt":1795404398246}\
      """;

  @TempDir Path config;
  private Path sessions;

  @BeforeEach
  void folder() throws IOException {
    sessions = Files.createDirectory(config.resolve("sessions"));
  }

  @Test
  void readsWhatARunningSessionNotes() throws IOException {
    Files.writeString(sessions.resolve("4098.json"), NOTE);
    Files.writeString(sessions.resolve("4098.a9827db0.key"), "{\"peerToken\":\"x\"}");

    assertThat(new SessionFiles(config).read())
        .containsExactly(
            new SessionNote(
                4098,
                "ac438858-25a2-4696-be94-fdb7d64b95ed",
                Path.of("/home/ada/app"),
                Instant.ofEpochMilli(1_795_404_398_156L),
                "cli"));
  }

  @Test
  void whatCannotBeReadIsLeftOut() throws IOException {
    Files.writeString(sessions.resolve("1.json"), NOTE.substring(0, 40));
    Files.writeString(sessions.resolve("2.json"), "[]");
    Files.writeString(sessions.resolve("3.json"), "");

    assertThat(new SessionFiles(config).read()).isEmpty();
  }

  @Test
  void withoutAFolderThereAreNone() {
    assertThat(new SessionFiles(config.resolve("elsewhere")).read()).isEmpty();
  }
}
