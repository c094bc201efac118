package dev.switchyard.domain.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.domain.work.RequestStage.Answering;
import dev.switchyard.domain.work.RequestStage.Loading;
import dev.switchyard.domain.work.RequestStage.Reading;
import dev.switchyard.domain.work.RequestStage.Resting;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// On the log of a real Ollama 0.32.15 that loads a model and reads a prompt of 30,737 tokens.
class LoggedWorkTest {
  private static final Path LOG =
      Path.of("src/test/resources/dev/switchyard/domain/work/ollama-0.32.15.log");

  @Test
  void eachStageIsSeenInItsTurnWhileTheLogGrows() throws Exception {
    var lines = Files.readAllLines(LOG);
    var seen = new ArrayList<RequestStage>();
    for (int end = 0; end <= lines.size(); end++) {
      var stage = LoggedWork.stage(lines.subList(0, end));
      if (seen.isEmpty() || !seen.getLast().equals(stage)) {
        seen.add(stage);
      }
    }
    var expected = new ArrayList<RequestStage>();
    expected.add(new Resting());
    expected.add(new Loading());
    expected.add(new Resting());
    IntStream.rangeClosed(0, 15)
        .forEach(batch -> expected.add(new Reading(batch * 2_048L, 30_737)));
    expected.add(new Answering());
    expected.add(new Resting());
    assertThat(seen).isEqualTo(expected);
  }

  /// A log is read from somewhere in its middle.
  @Test
  void aPromptWhoseBeginningIsNotThereIsNotGuessedAt() throws Exception {
    var lines = Files.readAllLines(LOG);
    int batch =
        IntStream.range(0, lines.size())
            .filter(line -> lines.get(line).contains("cached n_tokens = 8192"))
            .findFirst()
            .orElseThrow();
    assertThat(LoggedWork.stage(lines.subList(batch, batch + 1))).isEqualTo(new Resting());
  }

  @Test
  void aServerThatWasStartedAnewHasForgottenAll() {
    assertThat(LoggedWork.stage(List.of(prompt(0, 100), "level=INFO msg=\"Listening on [::]\"")))
        .isEqualTo(new Resting());
  }

  @Test
  void ofTwoRequestsTheOneThatIsStillReadIsTold() {
    var lines =
        List.of(
            prompt(0, 50),
            "slot init_sampler: id  0 | task 1 | init sampler, took 3.22 ms",
            prompt(1, 900),
            "slot   operator(): id  1 | task 2 | cached n_tokens = 512, memory_seq_rm [512, end)");
    assertThat(LoggedWork.stage(lines)).isEqualTo(new Reading(512, 900));
    var ended = new ArrayList<>(lines);
    ended.add("slot      release: id  1 | task 2 | stop processing: n_tokens = 1, truncated = 0");
    assertThat(LoggedWork.stage(ended)).isEqualTo(new Answering());
  }

  @Test
  void linesOfAnotherKindSayNothing() {
    assertThat(
            LoggedWork.stage(List.of("", "slot", "slot x: id 99999999999 | task 1 | new prompt")))
        .isEqualTo(new Resting());
  }

  private static String prompt(int slot, int tokens) {
    return "slot   operator(): id  %d | task 0 | new prompt, n_ctx_slot = 65536, n_keep = 4, task.n_tokens = %d"
        .formatted(slot, tokens);
  }
}
