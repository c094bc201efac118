package dev.switchyard;

import dev.switchyard.adapter.process.HomeLocator;
import dev.switchyard.adapter.process.SystemEnvironment;
import dev.switchyard.adapter.sensor.OshiMemorySensor;
import dev.switchyard.cli.StartOptions;
import dev.switchyard.cli.UseCases;
import dev.switchyard.domain.Home;
import dev.switchyard.domain.OperatingSystem;
import dev.switchyard.domain.Surroundings;
import dev.switchyard.domain.memory.MemorySensor;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The composition root: constructs adapters and use cases when they are first asked for, and closes
/// them in the reverse order. What only the window needs is wired in [WindowWiring].
final class Wiring implements UseCases {
  private final Deque<Runnable> toClose = new ArrayDeque<>();
  private final Clock clock = Clock.systemUTC();
  private final Surroundings surroundings = SystemEnvironment.read();

  private final Supplier<Home> home;
  private final Supplier<MemorySensor> memory =
      once(() -> new OshiMemorySensor(clock, isAppleSilicon()), MemorySensor::close);

  Wiring(StartOptions options) {
    home = once(() -> new HomeLocator(surroundings).locate(options.home()));
  }

  @Override
  public Home home() {
    return home.get();
  }

  @Override
  public MemorySensor memory() {
    return memory.get();
  }

  @Override
  public void close() {
    while (!toClose.isEmpty()) {
      toClose.pop().run();
    }
  }

  private boolean isAppleSilicon() {
    return surroundings.system() == OperatingSystem.MACOS
        && System.getProperty("os.arch").equals("aarch64");
  }

  private <T> Supplier<T> once(Supplier<? extends T> make) {
    return once(make, _ -> {});
  }

  private <T> Supplier<T> once(Supplier<? extends T> make, Consumer<? super T> close) {
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
        toClose.push(() -> close.accept(fresh));
        return fresh;
      }
    };
  }
}
