package dev.switchyard.adapter.doctor;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.doctor.Questions;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/// Asks on a thread of its own for each question and waits for a limited time: a folder on a server
/// that is away answers never.
public final class TimedQuestions implements Questions {
  private final Duration limit;

  /// @param limit how long an answer is waited for
  public TimedQuestions(Duration limit) {
    this.limit = limit;
  }

  @Override
  public <T> Supplier<Known<T>> begin(Question<T> question) {
    var task = new FutureTask<Known<T>>(() -> known(question));
    long end = System.nanoTime() + limit.toNanos();
    Thread.ofPlatform().daemon().name("doctor").start(task);
    return () -> answer(task, Math.max(0, end - System.nanoTime()));
  }

  private static <T> Known<T> known(Questions.Question<T> question) {
    try {
      return Known.of(question.ask());
    } catch (PortException e) {
      return Known.unknown(e.text());
    }
  }

  private <T> Known<T> answer(FutureTask<Known<T>> task, long nanoseconds) {
    try {
      return task.get(nanoseconds, TimeUnit.NANOSECONDS);
    } catch (TimeoutException _) {
      task.cancel(true);
      return Known.unknown(Message.of("doctor.unknown.time", limit.toSeconds()));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return Known.unknown(Message.of("doctor.unknown.interrupted"));
    } catch (ExecutionException e) {
      // A mistake of ours is reported as one.
      throw new IllegalStateException(e.getCause());
    }
  }
}
