package dev.switchyard.domain.work;

import dev.switchyard.domain.Known;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;

/// A log that tells what a test says, and counts how often it is read.
final class ScriptedLog implements WorkLog {
  private final Queue<Known<News>> answers;
  private int reads;
  private int searches;

  /// @param first what it answers before all that is added
  ScriptedLog(List<Known<News>> first) {
    answers = new ArrayDeque<>(first);
  }

  void add(boolean anew, String... lines) {
    answers.add(Known.of(new News(List.of(lines), anew)));
  }

  int reads() {
    return reads;
  }

  int searches() {
    return searches;
  }

  @Override
  public Known<News> read() {
    reads++;
    return answers.isEmpty() ? Known.of(new News(List.of(), false)) : answers.remove();
  }

  @Override
  public void lookAgain() {
    searches++;
  }
}
