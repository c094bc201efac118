package dev.switchyard.ui.share;

import dev.switchyard.ui.text.Texts;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Node;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;

/// Asks for a shared file with the system's own dialog, which also asks before it writes over one.
public final class SetupFileChooser {
  private static final String USUAL_NAME = "switchyard-team.json";

  private SetupFileChooser() {}

  public static Optional<Path> open(Node owner, Texts texts) {
    var chooser = chooser(texts.text("team.import"));
    return path(chooser.showOpenDialog(owner.getScene().getWindow()));
  }

  public static Optional<Path> save(Node owner, Texts texts) {
    var chooser = chooser(texts.text("team.export"));
    chooser.setInitialFileName(USUAL_NAME);
    return path(chooser.showSaveDialog(owner.getScene().getWindow()));
  }

  private static FileChooser chooser(String title) {
    var chooser = new FileChooser();
    chooser.setTitle(title);
    chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("JSON", "*.json"));
    return chooser;
  }

  private static Optional<Path> path(@Nullable File file) {
    return Optional.ofNullable(file).map(File::toPath);
  }
}
