package dev.switchyard.domain.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class LedgerTest {
  private static final UsageKey KEY =
      new UsageKey(
          LocalDate.of(2026, 11, 23), "/app", "agent", AnswerForm.OLLAMA, Optional.empty());

  @RepeatedTest(20)
  void eachAnswerCountsOnceInWhateverOrderAndHoweverOften(RepetitionInfo repetition) {
    long seed = repetition.getCurrentRepetition();
    var random = new Random(seed);
    var lines = new ArrayList<NotedAnswer>();
    var last = new HashMap<String, Tally>();
    for (int i = 0; i < 200; i++) {
      var id = "msg_" + random.nextInt(60);
      var tally = last.computeIfAbsent(id, _ -> new Tally(1, random.nextInt(9_999), 3, 2, 1));
      lines.add(answer(id, tally, random.nextBoolean()));
    }
    var ledger = new Ledger();
    lines.forEach(line -> ledger.count(line, KEY));
    lines.forEach(line -> ledger.count(line, KEY));
    assertThat(ledger.totals().get(KEY))
        .as("seed %d", seed)
        .isEqualTo(last.values().stream().reduce(Tally.NONE, Tally::plus));
  }

  @Test
  void manyAnswersWithoutAnEndTakeNoRoomForEver() {
    var ledger = new Ledger();
    for (int i = 0; i < 5_000; i++) {
      ledger.count(answer("msg_" + i, new Tally(1, 1, 0, 0, 0), false), KEY);
    }
    assertThat(ledger.open()).hasSize(1_000);
    assertThat(ledger.totals().get(KEY)).isEqualTo(new Tally(5_000, 5_000, 0, 0, 0));
    assertThat(ledger.ids().count()).isEqualTo(5_000);
  }

  private static NotedAnswer answer(String id, Tally tally, boolean ended) {
    return new NotedAnswer(id, Instant.EPOCH, "agent", "/app", tally, ended);
  }
}
