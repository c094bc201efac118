package dev.switchyard.adapter.endpoint;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.PortException.Kind;
import dev.switchyard.domain.health.SideBySide;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;

/// Does each thing on a thread of its own, and ends with the last of them.
public final class SideThreads implements SideBySide {
  @Override
  public <T> void run(List<Work<T>> all, Consumer<? super T> news) throws PortException {
    var told = new LinkedBlockingQueue<Optional<T>>();
    // Closing it waits for all of them, and has none left behind where the waiting is interrupted.
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var begun = all.stream().map(work -> begin(threads, work, told)).toList();
      try {
        pass(told, begun.size(), news);
        for (var one : begun) {
          one.get();
        }
      } catch (ExecutionException e) {
        throw failure(e);
      } catch (InterruptedException e) {
        threads.shutdownNow();
        Thread.currentThread().interrupt();
        throw new PortException(Kind.CANCELLED, Message.of("server.error.stopped"), e);
      }
    }
  }

  private static <T> Future<?> begin(
      ExecutorService threads, Work<T> work, BlockingQueue<Optional<T>> told) {
    return threads.submit(() -> {
      try {
        work.run(one -> told.add(Optional.of(one)));
      } finally {
        // The end of one of them.
        told.add(Optional.empty());
      }
      return true;
    });
  }

  private static <T> void pass(
      BlockingQueue<Optional<T>> told, int running, Consumer<? super T> news)
      throws InterruptedException {
    for (int left = running; left > 0; ) {
      var one = told.take();
      if (one.isEmpty()) {
        left--;
      } else {
        news.accept(one.get());
      }
    }
  }

  private static PortException failure(ExecutionException e) {
    if (e.getCause() instanceof PortException failed) {
      return failed;
    }
    // A mistake of ours is reported as one.
    throw new IllegalStateException(e.getCause());
  }
}
