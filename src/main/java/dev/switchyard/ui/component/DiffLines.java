package dev.switchyard.ui.component;

import dev.switchyard.domain.route.text.LineDiff;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/// The difference of two texts, line by line.
public final class DiffLines extends VBox {
  public DiffLines(List<LineDiff.Line> lines) {
    getStyleClass().add("diff");
    lines.forEach(line -> getChildren().add(line(line)));
  }

  private static Node line(LineDiff.Line line) {
    var mark =
        switch (line.kind()) {
          case SAME -> "  ";
          case ADDED -> "+ ";
          case REMOVED -> "− ";
          case GAP -> "  ⋯";
        };
    var label =
        new WrappedLabel(
            mark + line.text(), "diff-line", "diff-" + line.kind().name().toLowerCase(Locale.ROOT));
    label.setMaxWidth(Double.MAX_VALUE);
    return label;
  }
}
