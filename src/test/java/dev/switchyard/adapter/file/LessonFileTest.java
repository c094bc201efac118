package dev.switchyard.adapter.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.switchyard.domain.PortException;
import dev.switchyard.domain.log.EventLog;
import dev.switchyard.domain.truth.Lesson;
import dev.switchyard.domain.truth.Lessons;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LessonFileTest {
  private static final Lesson LESSON =
      new Lesson(
          new Lesson.Subject("gemma4", "0.32", "q8_0", 2, 0, true),
          "0123456789abcdef",
          "gemma4:26b",
          65_536,
          2_600_000_000L,
          2_400_000_000L,
          2_613_995_110L,
          Instant.parse("2026-11-23T10:00:00Z"));

  @TempDir private Path state;

  @Test
  void whatWasLearnedIsReadBackAndNobodyElseMayReadIt() throws Exception {
    var file = new LessonFile(state);
    assertThat(file.load()).isEmpty();
    file.save(List.of(LESSON));
    assertThat(new LessonFile(state).load()).containsExactly(LESSON);
    assertThat(Files.getPosixFilePermissions(state.resolve("loads.json")))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "{\"loads\":3}x",
        "{\"loads\":[{}]}",
        "{\"loads\":[{\"architecture\":1}]}"
      })
  void whatCannotBeUnderstoodIsForgottenWithALineInTheLog(String content) throws Exception {
    Files.writeString(state.resolve("loads.json"), content);
    var failures = new ArrayList<Throwable>();
    var lessons = new Lessons(new LessonFile(state), log(failures));
    assertThatExceptionOfType(PortException.class)
        .isThrownBy(() -> new LessonFile(state).load())
        .satisfies(e -> assertThat(e.kind()).isEqualTo(PortException.Kind.MALFORMED));
    assertThat(lessons.all()).isEmpty();
    assertThat(failures).hasSize(1);
    lessons.learn(LESSON);
    assertThat(new LessonFile(state).load()).containsExactly(LESSON);
  }

  private static EventLog log(List<Throwable> failures) {
    return new EventLog() {
      @Override
      public void note(String event) {}

      @Override
      public void failure(String event, Throwable cause) {
        failures.add(cause);
      }
    };
  }
}
