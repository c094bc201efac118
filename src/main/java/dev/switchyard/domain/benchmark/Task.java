package dev.switchyard.domain.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/// What a model is given to do: the tasks of the guide's table, each with an input that ships with
/// the program, so that figures of two machines or two days are of the same work.
public enum Task {
  EXPLAIN(400),
  UNIT_TEST(600),
  GENERATE(700),
  REFACTOR(800);

  private final int answerTokens;

  Task(int answerTokens) {
    this.answerTokens = answerTokens;
  }

  /// The most that an answer may have, in tokens: a model that does not come to an end must not
  /// write for hours.
  public int answerTokens() {
    return answerTokens;
  }

  /// Its name on the command line and in files.
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<Task> of(String id) {
    return Arrays.stream(values()).filter(task -> task.id().equals(id)).findFirst();
  }

  /// The whole prompt.
  public String prompt() {
    try (var text = Objects.requireNonNull(Task.class.getResourceAsStream(id() + ".md"))) {
      return new String(text.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
