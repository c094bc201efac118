package dev.switchyard.ui.projects;

import dev.switchyard.domain.FileChange;
import dev.switchyard.domain.route.text.LineDiff;
import dev.switchyard.ui.component.DiffLines;
import dev.switchyard.ui.component.WrappedLabel;
import dev.switchyard.ui.text.Texts;
import javafx.scene.layout.VBox;

/// What happens to one file, line by line; credentials are masked.
public final class FileDifference extends VBox {
  private static final int CONTEXT_LINES = 2;

  /// @param tense the texts' prefix: of what is to be done, or of what was
  public FileDifference(FileChange change, String tense, Places places, Texts texts) {
    var title =
        new WrappedLabel(
            texts.text(tense + change.kind().wireName(), places.of(change.file())), "strong");
    var lines = new DiffLines(LineDiff.of(change.textBefore(), change.textAfter(), CONTEXT_LINES));
    getStyleClass().add("difference");
    getChildren().addAll(title, lines);
  }
}
