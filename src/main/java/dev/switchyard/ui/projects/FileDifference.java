package dev.switchyard.ui.projects;

import dev.switchyard.domain.FileChange;
import dev.switchyard.domain.route.text.LineDiff;
import dev.switchyard.ui.text.Texts;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What happens to one file, line by line; credentials are masked.
final class FileDifference extends VBox {
  private static final int CONTEXT_LINES = 2;

  /// @param tense the texts' prefix: of what is to be done, or of what was
  FileDifference(FileChange change, String tense, Places places, Texts texts) {
    var verb =
        change.after().isEmpty() ? "removed" : change.before().isEmpty() ? "created" : "changed";
    var title = new Label(texts.text(tense + verb, places.of(change.file())));
    title.getStyleClass().add("strong");
    title.setWrapText(true);
    title.setMinHeight(Region.USE_PREF_SIZE);
    var lines = new VBox();
    lines.getStyleClass().add("diff");
    LineDiff.of(change.textBefore(), change.textAfter(), CONTEXT_LINES)
        .forEach(line -> lines.getChildren().add(line(line)));
    getStyleClass().add("difference");
    getChildren().addAll(title, lines);
  }

  private static Node line(LineDiff.Line line) {
    var mark =
        switch (line.kind()) {
          case SAME -> "  ";
          case ADDED -> "+ ";
          case REMOVED -> "− ";
          case GAP -> "  ⋯";
        };
    var label = new Label(mark + line.text());
    label.setMaxWidth(Double.MAX_VALUE);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    label
        .getStyleClass()
        .addAll("diff-line", "diff-" + line.kind().name().toLowerCase(Locale.ROOT));
    return label;
  }
}
