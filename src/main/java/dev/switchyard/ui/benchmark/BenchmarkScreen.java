package dev.switchyard.ui.benchmark;

import dev.switchyard.ui.shell.Screen;
import dev.switchyard.ui.text.Texts;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/// The Benchmark screen's entry in the navigation. Nothing of it is made before it is shown.
public final class BenchmarkScreen implements Screen {
  private final Supplier<BenchmarkViewModel> making;
  private final Texts texts;
  private SaveDialog dialog = BenchmarkScreen::ask;
  private Optional<BenchmarkViewModel> made = Optional.empty();

  /// @param making asked once
  public BenchmarkScreen(Supplier<BenchmarkViewModel> making, Texts texts) {
    this.making = making;
    this.texts = texts;
  }

  /// Replaces the system's own dialog.
  public void setSaveDialog(SaveDialog other) {
    dialog = other;
  }

  private static Optional<Path> ask(Window owner, String name) {
    var chooser = new FileChooser();
    chooser.setInitialFileName(name);
    return Optional.ofNullable(chooser.showSaveDialog(owner)).map(File::toPath);
  }

  private BenchmarkViewModel model() {
    var model = made.orElseGet(making);
    made = Optional.of(model);
    return model;
  }

  @Override
  public String id() {
    return "benchmark";
  }

  @Override
  public String titleKey() {
    return "benchmark.title";
  }

  @Override
  public Ikon icon() {
    return Feather.BAR_CHART_2;
  }

  @Override
  public Node createView() {
    return new BenchmarkView(model(), (owner, name) -> dialog.ask(owner, name), texts).node();
  }

  @Override
  public void shown() {
    model().setShown(true);
  }

  @Override
  public void hidden() {
    made.ifPresent(model -> model.setShown(false));
  }

  @Override
  public void close() {
    made.ifPresent(BenchmarkViewModel::close);
  }
}
