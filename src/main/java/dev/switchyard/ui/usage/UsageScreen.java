package dev.switchyard.ui.usage;

import dev.switchyard.ui.shell.LateScreen;
import dev.switchyard.ui.text.Texts;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/// The Usage screen's entry in the navigation.
public final class UsageScreen extends LateScreen<UsageViewModel> {
  private static final String FILE = "switchyard-usage.csv";

  private final Texts texts;
  private Function<Window, Optional<Path>> dialog = UsageScreen::ask;

  /// @param making makes the view-model, once
  public UsageScreen(Supplier<UsageViewModel> making, Texts texts) {
    super(making);
    this.texts = texts;
  }

  /// Replaces the system's own dialog for a file to be written.
  public void setSaveDialog(Function<Window, Optional<Path>> other) {
    dialog = other;
  }

  private static Optional<Path> ask(Window owner) {
    var chooser = new FileChooser();
    chooser.setInitialFileName(FILE);
    return Optional.ofNullable(chooser.showSaveDialog(owner)).map(File::toPath);
  }

  @Override
  public String id() {
    return "usage";
  }

  @Override
  public String titleKey() {
    return "usage.title";
  }

  @Override
  public Ikon icon() {
    return Feather.TRENDING_UP;
  }

  @Override
  public Node createView() {
    return new UsageView(model(), owner -> dialog.apply(owner), texts).node();
  }
}
