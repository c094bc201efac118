package dev.switchyard.ui.overview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.memory.Gpu;
import dev.switchyard.domain.memory.GpuProcess;
import dev.switchyard.domain.memory.MemoryPool;
import dev.switchyard.domain.memory.MemoryReading;
import dev.switchyard.domain.memory.MemorySensor;
import dev.switchyard.domain.memory.WiredLimit;
import dev.switchyard.fake.Fx;
import dev.switchyard.fake.ImmediateTasks;
import dev.switchyard.fake.Snapshots;
import dev.switchyard.ui.component.CardGrid;
import dev.switchyard.ui.component.PageScroll;
import dev.switchyard.ui.text.Texts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The gauges of machines with no, one, two and four graphics cards, also such as tell little.
class GpuGaugesTest {
  private static final long GIB = 1L << 30;
  private static final Instant NOW = Instant.parse("2026-04-20T09:00:00Z");
  private static final MemoryPool RAM =
      new MemoryPool(
          MemoryPool.Kind.RAM, "", Known.of(64 * GIB), Known.of(19 * GIB), Optional.empty());

  /// Two equal ones, one inside the processor, and one whose driver was updated.
  private static final List<MemoryPool> CARDS =
      List.of(
          card("0000:01:00.0", 14 * GIB, 93),
          card("0000:41:00.0", 3 * GIB, 0).since(NOW.minusSeconds(75)),
          new MemoryPool(
              MemoryPool.Kind.VRAM,
              "AMD Radeon 780M",
              Known.of(GIB),
              Known.of(GIB / 3),
              Optional.of(
                  new Gpu(
                      "0000:c1:00.0",
                      true,
                      Known.of(4.0),
                      Known.of(44.0),
                      Known.unknown(Message.of("memory.gpu.processes-hidden")),
                      Optional.empty(),
                      Optional.empty()))),
          MemoryPool.unknownGpu(
              "0000:c2:00.0", "NVIDIA RTX A4000", false, Message.of("memory.nvidia.mismatch")));

  private final ImmediateTasks tasks = new ImmediateTasks();

  private static MemoryPool card(String id, long used, double busy) {
    return new MemoryPool(
        MemoryPool.Kind.VRAM,
        "NVIDIA GeForce RTX 3090",
        Known.of(24 * GIB),
        Known.of(used),
        Optional.of(
            new Gpu(
                id,
                false,
                Known.of(busy),
                Known.of(71.0),
                Known.of(
                    List.of(
                        new GpuProcess(4711, "ollama", true, Known.of(used - GIB)),
                        new GpuProcess(815, "blender", false, Known.of(GIB / 2)),
                        new GpuProcess(816, "Xorg", false, Known.of(GIB / 4)))),
                Optional.empty(),
                Optional.empty())));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 4})
  void standSideBySide(int count) {
    var sensor = reading(RAM, CARDS.subList(0, count));
    Snapshots.both("gpus-%d".formatted(count), 1280, 800, () -> page(sensor, Locale.ENGLISH));
    Snapshots.write(
        "gpus-%d-small".formatted(count),
        Snapshots.Look.light(960, 600),
        () -> page(sensor, Locale.GERMAN));
    Snapshots.write(
        "gpus-%d-200".formatted(count),
        new Snapshots.Look(true, 2560, 1600, 2),
        () -> page(sensor, Locale.ENGLISH));
  }

  @Test
  void sayWhatAMacsGpuMayTake() {
    var gpu =
        Gpu.unknown("apple", true, Message.of("memory.gpu.silent", "Apple M3 Max"))
            .within(Optional.of(WiredLimit.byDefault(64 * GIB)));
    var memory =
        new MemoryPool(
            MemoryPool.Kind.UNIFIED, "", Known.of(64 * GIB), Known.of(19 * GIB), Optional.of(gpu));
    var sensor = reading(memory, List.of());
    Snapshots.both("gpus-mac", 1280, 800, () -> page(sensor, Locale.ENGLISH));
    assertThat(texts(sensor))
        .contains("load not known · temperature not known")
        .contains("the GPU may take 48.0 GiB of it, the usual default of macOS");
  }

  @Test
  void sayLoadTemperatureAndUsers() {
    assertThat(texts(reading(RAM, CARDS.subList(0, 1))))
        .contains("93 % busy · 71 °C")
        .contains("Ollama's model runner 13.0 GiB\nblender 512 MiB\nand 1 more");
  }

  @Test
  void sayHowOldTheyAreAndWhatIsNotKnown() {
    assertThat(texts(reading(RAM, CARDS)))
        .contains("NVIDIA GeForce RTX 3090 · 0000:41:00.0 (VRAM)")
        .contains("These figures are 1 min old: the driver has not answered since.")
        .contains("AMD Radeon 780M, in the processor")
        .contains("NVIDIA's driver was updated while it ran. Restart the computer.");
  }

  private static MemorySensor reading(MemoryPool ram, List<MemoryPool> gpus) {
    Known<List<MemoryPool>> known =
        gpus.isEmpty() ? Known.unknown(Message.of("memory.gpu.none")) : Known.of(gpus);
    return new MemorySensor() {
      @Override
      public MemoryReading read() {
        return new MemoryReading(NOW, ram, known);
      }

      @Override
      public void close() {}
    };
  }

  private Parent page(MemorySensor sensor, Locale locale) {
    var model = new MemoryViewModel(tasks, sensor);
    model.setWindowShown(true);
    model.setScreenShown(true);
    tasks.turn();
    var grid = new CardGrid(320, 4, 16);
    var texts = new Texts(locale);
    for (var gauge : model.gaugesProperty().get()) {
      var card = new GaugeCard(texts);
      card.show(gauge);
      grid.getChildren().add(card);
    }
    return new PageScroll(grid);
  }

  private List<String> texts(MemorySensor sensor) {
    return Fx.get(() -> {
      var found = new ArrayList<String>();
      collect(((PageScroll) page(sensor, Locale.ENGLISH)).getContent(), found);
      return found;
    });
  }

  private static void collect(Node node, List<String> found) {
    if (node instanceof Label label) {
      found.add(label.getText());
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> collect(child, found));
    }
  }
}
