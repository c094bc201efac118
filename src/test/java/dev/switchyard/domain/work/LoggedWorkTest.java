package dev.switchyard.domain.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.domain.work.RequestStage.Answering;
import dev.switchyard.domain.work.RequestStage.Loading;
import dev.switchyard.domain.work.RequestStage.Reading;
import dev.switchyard.domain.work.RequestStage.Resting;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
      var stage = withoutTime(LoggedWork.stage(lines.subList(0, end)));
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

  /// Between 12,288 tokens at 6.44 s and 14,336 at 8.29 s it read 1,107 a second, by which the
  /// 16,401 that are left take 15 s; all since the beginning would say 9.
  @Test
  void theTimeLeftIsByTheRateOfTheTokensReadLast() throws Exception {
    var lines = Files.readAllLines(LOG);
    assertThat(LoggedWork.stage(lines.subList(0, lineOf(lines, "cached n_tokens = 6144") + 1)))
        .as("no rate is told yet")
        .isEqualTo(new Reading(6_144, 30_737));
    assertThat(LoggedWork.stage(lines.subList(0, lineOf(lines, "cached n_tokens = 14336") + 1)))
        .isEqualTo(new Reading(14_336, 30_737, Optional.of(Duration.ofSeconds(15))));
  }

  /// Seen where 18,903 of 62,607 tokens came from the cache: the timing counts what was processed.
  @Test
  void tokensFromTheCacheHaveNoPartInTheRate() {
    var work = new LoggedWork();
    work.take(prompt(0, 62_607));
    work.take(
        "slot   operator(): id  0 | task 36 | cached n_tokens = 18903, memory_seq_rm [18903, end)");
    work.take(
        "slot   operator(): id  0 | task 36 | cached n_tokens = 33239, memory_seq_rm [33239, end)");
    work.take(
        "slot print_timing: id  0 | task 36 | prompt processing, n_tokens =  14336, progress = 0.53, t =   3.56 s / 4026.46 tokens per second");
    assertThat(work.stage())
        .isEqualTo(new Reading(33_239, 62_607, Optional.of(Duration.ofSeconds(7))));
  }

  /// As seen where the runner is killed, and where its model cannot be loaded.
  @Test
  void aRequestThatFailedIsNotWaitedFor() {
    var failed =
        "[GIN] 2026/11/23 - 16:57:36 | 500 |  4.0266s |       127.0.0.1 | POST     \"/v1/messages\"";
    var other =
        "[GIN] 2026/11/23 - 16:57:36 | 404 |  1.02ms |       127.0.0.1 | POST     \"/api/show\"";
    var loading = "time=2026 level=INFO msg=\"starting llama-server\" cmd=x";
    assertThat(LoggedWork.stage(List.of(loading, other))).isEqualTo(new Loading());
    assertThat(LoggedWork.stage(List.of(loading, failed))).isEqualTo(new Resting());
    assertThat(LoggedWork.stage(List.of(prompt(0, 9), failed))).isEqualTo(new Resting());
  }

  /// A log is read from somewhere in its middle.
  @Test
  void aPromptWhoseBeginningIsNotThereIsNotGuessedAt() throws Exception {
    var lines = Files.readAllLines(LOG);
    int batch = lineOf(lines, "cached n_tokens = 8192");
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

  private static RequestStage withoutTime(RequestStage stage) {
    return stage instanceof Reading(long tokens, long of, _) ? new Reading(tokens, of) : stage;
  }

  private static int lineOf(List<String> lines, String text) {
    return IntStream.range(0, lines.size())
        .filter(line -> lines.get(line).contains(text))
        .findFirst()
        .orElseThrow();
  }

  private static String prompt(int slot, int tokens) {
    return "slot   operator(): id  %d | task 0 | new prompt, n_ctx_slot = 65536, n_keep = 4, task.n_tokens = %d"
        .formatted(slot, tokens);
  }
}
