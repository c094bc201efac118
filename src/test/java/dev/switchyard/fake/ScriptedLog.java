package dev.switchyard.fake;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.work.WorkLog;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;

/// A log that tells what a test says, and counts how often it is read.
public final class ScriptedLog implements WorkLog {
  private final Queue<Known<News>> answers;
  private int reads;
  private int searches;

  /// @param first what it answers before all that is added
  public ScriptedLog(List<Known<News>> first) {
    answers = new ArrayDeque<>(first);
  }

  public void add(boolean anew, String... lines) {
    answer(Known.of(new News(List.of(lines), anew)));
  }

  public void answer(Known<News> answer) {
    answers.add(answer);
  }

  public int reads() {
    return reads;
  }

  public int searches() {
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
