package dev.switchyard.ui.overview;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.memory.MemoryHistory;
import dev.switchyard.domain.memory.MemoryPool;
import dev.switchyard.domain.memory.MemoryReading;
import dev.switchyard.domain.memory.MemorySensor;
import dev.switchyard.domain.memory.RecentMemory;
import dev.switchyard.domain.model.LoadedModel;
import dev.switchyard.domain.model.MemoryShares;
import dev.switchyard.ui.task.Tasks;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The gauges: each pool of memory now, who holds what in it, and its last ten minutes.
///
/// It reads every three seconds while the screen is seen, and slowly while another screen is, so
/// that the history has no gap. What nobody would see is not shown anew ([RecentMemory]).
public final class MemoryViewModel implements AutoCloseable {
  static final Duration SPAN = Duration.ofMinutes(10);
  static final Duration SLOW = Duration.ofSeconds(10);
  private static final Duration FAST = Duration.ofSeconds(3);

  private final Tasks.Poll fast;
  private final Tasks.Poll slow;
  private final RecentMemory recent;
  private final ReadOnlyObjectWrapper<List<Gauge>> gauges = new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<Optional<Message>> gpuNote =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<MemoryReading>> reading =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private Optional<RecentMemory.Seen> seen = Optional.empty();
  private List<LoadedModel> loaded = List.of();
  private boolean screenShown;
  private boolean windowShown;

  /// One pool as a gauge shows it.
  ///
  /// @param label what the person calls it; empty for RAM
  /// @param age how old its figures are, where its driver has not answered since
  public record Gauge(
      MemoryPool pool,
      String label,
      Optional<Duration> age,
      MemoryShares shares,
      List<MemoryHistory.Point> history) {}

  public MemoryViewModel(Tasks tasks, MemorySensor sensor) {
    recent = new RecentMemory(sensor, SPAN);
    fast = tasks.poll(FAST, _ -> recent.read(), this::show, this::failed);
    slow = tasks.poll(SLOW, _ -> recent.read(), this::show, this::failed);
  }

  /// Shows a reading that was made before there was a window.
  void begin(MemoryReading first) {
    show(recent.add(first));
  }

  /// RAM first, then the GPUs in the driver's order; empty until the first reading.
  public ReadOnlyObjectProperty<List<Gauge>> gaugesProperty() {
    return gauges.getReadOnlyProperty();
  }

  /// The newest reading; empty until the first.
  public ReadOnlyObjectProperty<Optional<MemoryReading>> readingProperty() {
    return reading.getReadOnlyProperty();
  }

  /// Why there is no gauge for a GPU.
  public ReadOnlyObjectProperty<Optional<Message>> gpuNoteProperty() {
    return gpuNote.getReadOnlyProperty();
  }

  public void setScreenShown(boolean shown) {
    screenShown = shown;
    pace();
  }

  public void setWindowShown(boolean shown) {
    windowShown = shown;
    pace();
  }

  /// What the server says is loaded.
  public void setLoaded(List<LoadedModel> models) {
    if (!models.equals(loaded)) {
      loaded = List.copyOf(models);
      seen.ifPresent(this::publish);
    }
  }

  private void pace() {
    fast.setPaused(!windowShown || !screenShown);
    slow.setPaused(!windowShown || screenShown);
  }

  private void show(RecentMemory.Seen now) {
    seen = Optional.of(now);
    reading.set(Optional.of(now.reading()));
    publish(now);
  }

  private void publish(RecentMemory.Seen now) {
    gauges.set(now.reading().pools().stream().map(pool -> gauge(pool, now)).toList());
    gpuNote.set(
        now.reading().gpus() instanceof Known.Unknown<List<MemoryPool>>(var reason)
            ? Optional.of(reason)
            : Optional.empty());
  }

  private Gauge gauge(MemoryPool pool, RecentMemory.Seen seen) {
    var now = seen.reading();
    return new Gauge(
        pool,
        pool.kind() == MemoryPool.Kind.VRAM ? now.label(pool) : pool.name(),
        pool.staleSince().map(since -> Duration.between(since, now.at())),
        MemoryShares.of(pool, loaded, rivals(pool, now)),
        seen.history(pool));
  }

  /// How many GPUs a model may lie on where it may lie on this one: a server leaves the one inside
  /// the processor alone if there is another.
  private static int rivals(MemoryPool pool, MemoryReading now) {
    var gpus = now.gpus().toOptional().orElse(List.of());
    int cards = (int) gpus.stream().filter(gpu -> !gpu.isIntegrated()).count();
    return cards == 0 ? gpus.size() : pool.isIntegrated() ? 0 : cards;
  }

  private void failed(PortException failure) {
    gpuNote.set(Optional.of(failure.text()));
  }

  @Override
  public void close() {
    fast.close();
    slow.close();
  }
}
