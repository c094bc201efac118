package dev.switchyard.ui.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.adapter.demo.DemoBenchmarks;
import dev.switchyard.adapter.demo.Setup;
import dev.switchyard.domain.Known;
import dev.switchyard.fake.Fx;
import dev.switchyard.fake.Snapshots;
import dev.switchyard.ui.component.SpreadChart;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchmarkViewTest {
  @TempDir private Path folder;

  @BeforeAll
  static void toolkit() {
    Fx.start();
  }

  @Test
  void aBenchmarkIsMeasuredAndItsFiguresAreWrittenIntoAFile() throws Exception {
    var file = folder.resolve("figures.csv");
    try (var fixture = new BenchmarkFixture()) {
      var stage =
          Fx.show(
              Fx.get(() -> fixture.view(Locale.ENGLISH, (_, _) -> Optional.of(file))), 990, 960);
      var root = stage.getScene().getRoot();

      Fx.click(Fx.find(root, ".benchmark-run .accent", Button.class));
      assertThat(fixture.kept()).hasSize(1);

      Fx.pulse(stage.getScene());
      var export = Fx.find(root, ".benchmark-history .menu-button", MenuButton.class);
      Fx.click(export);
      Fx.press(KeyCode.DOWN);
      Fx.press(KeyCode.ENTER);
      assertThat(Files.readAllLines(file)).anyMatch(line -> line.contains("explain,wall,s"));
      Fx.run(stage::close);
    }
  }

  @Test
  void arrowsGoFromBenchmarkToBenchmarkAndTheKeyboardStays() throws Exception {
    try (var fixture = new BenchmarkFixture().remembering(DemoBenchmarks.before(Setup.EPOCH))) {
      var stage = Fx.show(Fx.get(() -> fixture.view(Locale.ENGLISH)), 990, 960);
      var chart = Fx.find(stage.getScene().getRoot(), ".sy-spread-chart", SpreadChart.class);
      Fx.run(chart::requestFocus);
      var view = fixture.model.history().shownProperty();
      int last = Fx.get(() -> view.get().selected());

      Fx.press(KeyCode.LEFT);
      Fx.press(KeyCode.LEFT);
      assertThat(Fx.get(() -> view.get().selected())).isEqualTo(last - 2);
      assertThat(Fx.get(chart::isFocused)).isTrue();
      assertThat(Fx.get(chart::getAccessibleText)).contains("Ollama 0.32.15", "tokens/s");

      Fx.press(KeyCode.HOME);
      assertThat(Fx.get(() -> view.get().selected())).isZero();
      Fx.click(chart);
      assertThat(Fx.get(() -> view.get().selected())).isEqualTo(last / 2);
      Fx.run(stage::close);
    }
  }

  @Test
  void drawsItsStates() throws Exception {
    try (var fixture = new BenchmarkFixture().remembering(DemoBenchmarks.before(Setup.EPOCH))) {
      Snapshots.both("benchmark", 1092, 1160, () -> fixture.view(Locale.ENGLISH));
      Snapshots.write(
          "benchmark-small", Snapshots.Look.light(772, 1500), () -> fixture.view(Locale.GERMAN));
      Snapshots.write(
          "benchmark-200",
          new Snapshots.Look(true, 848, 4200, 2),
          () -> fixture.view(Locale.GERMAN));
      Snapshots.write(
          "benchmark-running",
          Snapshots.Look.light(1092, 1160),
          () -> {
            var view = fixture.view(Locale.ENGLISH);
            var run = fixture.model.run();
            run.throughClaudeProperty().set(true);
            var taken = new boolean[1];
            fixture
                .model
                .shownProperty()
                .addListener((_, _, _) -> {
                  if (!taken[0]
                      && run.stateProperty().get()
                          instanceof RunViewModel.State.Running(var step, _)
                      && step.filter(one -> one.number() > 16).isPresent()) {
                    taken[0] = true;
                    run.cancel();
                  }
                });
            // The wish can be told to what is started already only.
            fixture.tasks.hold();
            run.start();
            fixture.tasks.release();
            return view;
          });
    }
    try (var fixture = new BenchmarkFixture()) {
      fixture.load = Known.of(14.2);
      Snapshots.both("benchmark-empty", 1092, 744, () -> fixture.view(Locale.ENGLISH));
      fixture.simulated.close();
      Snapshots.write(
          "benchmark-down",
          Snapshots.Look.dark(1092, 744),
          () -> {
            var view = fixture.view(Locale.GERMAN);
            fixture.tasks.turn();
            return view;
          });
    }
  }
}
