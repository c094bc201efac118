package dev.switchyard;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Parts that are built when they are first asked for, and closed in the reverse order.
final class Lifetime implements AutoCloseable {
  private final Deque<Runnable> toClose = new ArrayDeque<>();

  <T> Supplier<T> once(Supplier<? extends T> make) {
    return once(make, _ -> {});
  }

  <T> Supplier<T> once(Supplier<? extends T> make, Consumer<? super T> close) {
    return new Supplier<>() {
      private @Nullable T made;

      @Override
      public synchronized T get() {
        var existing = made;
        if (existing != null) {
          return existing;
        }
        T fresh = make.get();
        made = fresh;
        atEnd(() -> close.accept(fresh));
        return fresh;
      }
    };
  }

  synchronized void atEnd(Runnable close) {
    toClose.push(close);
  }

  @Override
  public synchronized void close() {
    while (!toClose.isEmpty()) {
      toClose.pop().run();
    }
  }
}
