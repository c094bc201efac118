package dev.switchyard.adapter.claude;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchyard.domain.PortException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TranscriptFilesTest {
  private static final String USER = "{\"type\":\"user\",\"message\":{\"content\":\"hi\"}}\n";

  @TempDir Path home;
  private Path project;
  private Path folder;

  @BeforeEach
  void folders() throws IOException {
    project = Files.createDirectories(home.resolve("src/my_app.v2")).toRealPath();
    folder =
        Files.createDirectories(
            home.resolve("claude/projects")
                .resolve(project.toString().replaceAll("[^A-Za-z0-9]", "-")));
  }

  @Test
  void theLastAnswersModelCounts() throws IOException, PortException {
    session("one", 10, USER + answer("first") + USER + answer("second") + USER);

    assertThat(last(Optional.empty())).contains("second");
  }

  @Test
  void whatClaudeCodeSaysItselfAndWhatAgentsSayIsPassedOver() throws IOException, PortException {
    var agent = answer("agents").replace("{\"type\"", "{\"isSidechain\":true,\"type\"");
    session("one", 10, answer("mine") + answer("<synthetic>") + agent + "{\"type\":\"assis");

    assertThat(last(Optional.empty())).contains("mine");
  }

  @Test
  void theNewestSessionCountsUnlessOneIsNamed() throws IOException, PortException {
    session("old", 10, answer("older"));
    session("new", 20, answer("newer"));
    session("empty", 15, "");

    assertThat(last(Optional.empty())).contains("newer");
    assertThat(last(Optional.of("old"))).contains("older");
    assertThat(last(Optional.of("empty"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"gone", "../old", ""})
  void aSessionThatIsNotThereIsMissing(String id) throws IOException {
    session("old", 10, answer("older"));

    assertThatThrownBy(() -> last(Optional.of(id)))
        .isInstanceOfSatisfying(
            PortException.class,
            failure -> assertThat(failure.kind()).isEqualTo(PortException.Kind.MISSING));
  }

  @Test
  void aFolderWithoutSessionsIsMissing() {
    assertThatThrownBy(() -> new TranscriptFiles(home).lastModel(project, Optional.empty()))
        .isInstanceOf(PortException.class);
  }

  @Test
  void longLinesAreReadFromTheEnd() throws IOException, PortException {
    long seed = new Random().nextLong();
    var random = new Random(seed);
    for (int round = 0; round < 40; round++) {
      var text = new StringBuilder();
      var expected = Optional.<String>empty();
      for (int i = random.nextInt(12); i > 0; i--) {
        boolean isAnswer = random.nextBoolean();
        var filler = "x".repeat(random.nextInt(4) == 0 ? random.nextInt(200_000) : 10);
        text.append(isAnswer ? answer("m" + i, filler) : USER.replace("hi", filler));
        expected = isAnswer ? Optional.of("m" + i) : expected;
      }
      session("s", 10, text.toString());
      assertThat(last(Optional.empty())).as("seed %d", seed).isEqualTo(expected);
    }
  }

  private Optional<String> last(Optional<String> id) throws PortException {
    return new TranscriptFiles(home.resolve("claude")).lastModel(project, id);
  }

  private static String answer(String model) {
    return answer(model, "");
  }

  private static String answer(String model, String text) {
    return "{\"type\":\"assistant\",\"message\":{\"content\":[{\"model\":\"no\",\"text\":\""
        + text
        + "\"}],\"model\":\""
        + model
        + "\"}}\n";
  }

  private void session(String id, long second, String text) throws IOException {
    var file = Files.writeString(folder.resolve(id + ".jsonl"), text);
    Files.setLastModifiedTime(file, FileTime.from(Instant.ofEpochSecond(second)));
  }
}
