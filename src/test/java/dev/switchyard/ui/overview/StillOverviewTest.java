package dev.switchyard.ui.overview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.model.LoadedModel;
import dev.switchyard.domain.model.ModelName;
import dev.switchyard.domain.setup.LoadedNow;
import dev.switchyard.domain.truth.LoadTruth;
import dev.switchyard.domain.truth.LoggedLoad;
import dev.switchyard.fake.FixedMemory;
import dev.switchyard.fake.Fx;
import dev.switchyard.fake.ImmediateTasks;
import dev.switchyard.fake.look.Places;
import dev.switchyard.ui.component.Card;
import dev.switchyard.ui.component.CardGrid;
import dev.switchyard.ui.component.PageScroll;
import dev.switchyard.ui.shell.Appearance;
import dev.switchyard.ui.text.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Scene;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Figures that change move nothing.
class StillOverviewTest {
  private static final long GIB = 1L << 30;
  private static final LoadedModel MODEL =
      new LoadedModel(
          ModelName.of("gemma4-claude"), "d", 17 * GIB, 17 * GIB, 65_536, Instant.EPOCH);

  private final ImmediateTasks tasks = new ImmediateTasks();
  private final FixedMemory memory = FixedMemory.of(64 * GIB, 24 * GIB);
  private final MemoryViewModel model = new MemoryViewModel(tasks, memory);

  @ParameterizedTest
  @CsvSource({
    "en, 960, 600",
    "en, 1280, 800",
    "en, 3840, 2160",
    "de, 960, 600",
    "de, 1280, 800",
  })
  void readingsMoveNeitherCardsNorControls(String language, double width, double height) {
    Fx.run(() -> {
      var texts = new Texts(Locale.of(language));
      model.setWindowShown(true);
      model.setScreenShown(true);
      var ram = new GaugeCard(texts);
      var gpu = new GaugeCard(texts);
      var loaded = new LoadedRow(anyLoaded(), texts, row(Duration.ofMinutes(29)));
      var grid = new CardGrid(320, 4, 16);
      grid.getChildren().setAll(ram, gpu, new Card("Loaded", loaded), new Card("Below"));
      var scene = new Scene(new PageScroll(grid), width - 188, height - 56);
      scene.getStylesheets().setAll(Appearance.stylesheets(false));
      show(ram, gpu, 3 * GIB);
      var before = Places.of(scene);
      assertThat(before).as("cards and buttons").hasSizeGreaterThan(5);

      for (long used : List.of(GIB / 2, 9 * GIB, 11 * GIB + GIB / 3, 63 * GIB)) {
        show(ram, gpu, used);
        for (var left : List.of(Duration.ofMinutes(9), Duration.ofSeconds(7))) {
          loaded.show(row(left));
          assertThat(Places.of(scene)).as("%d used, %s left", used, left).isEqualTo(before);
        }
      }
    });
  }

  private void show(GaugeCard ram, GaugeCard gpu, long used) {
    memory.use(used);
    tasks.turn();
    var gauges = model.gaugesProperty().get();
    ram.show(gauges.get(0));
    gpu.show(gauges.get(1));
  }

  private static LoadedViewModel.Row row(Duration left) {
    return new LoadedViewModel.Row(
        new LoadedNow(MODEL, Optional.of(truth())), new LoadedViewModel.Until.In(left), false);
  }

  private static LoadTruth truth() {
    Known<Long> unseen = Known.unknown(Message.of("truth.unknown.noRunner"));
    return new LoadTruth(
        MODEL,
        Known.unknown(Message.of("truth.unknown.noRunner")),
        Known.of(
            new LoggedLoad(
                List.of(new LoggedLoad.Buffer("CPU", "KV", 18 * GIB)), Optional.empty(), true)),
        unseen,
        unseen,
        Known.unknown(Message.of("truth.unknown.rise.notOurs")),
        false,
        List.of(),
        Optional.empty());
  }

  private LoadedViewModel anyLoaded() {
    return new LoadedViewModel(
        tasks, null, null, (_, _, _) -> {}, java.time.Clock.systemUTC(), _ -> {});
  }
}
