package dev.switchyard.ui.benchmark;

import dev.switchyard.ui.shell.LateScreen;
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

/// The Benchmark screen's entry in the navigation.
public final class BenchmarkScreen extends LateScreen<BenchmarkViewModel> {
  private final Texts texts;
  private SaveDialog dialog = BenchmarkScreen::ask;

  /// @param making makes the view-model, once
  public BenchmarkScreen(Supplier<BenchmarkViewModel> making, Texts texts) {
    super(making);
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
}
