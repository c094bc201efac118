package dev.switchyard.ui.modelfile;

import dev.switchyard.domain.fit.MemoryNeed;
import dev.switchyard.domain.fit.Part;
import dev.switchyard.ui.component.Figure;
import dev.switchyard.ui.text.Sizes;
import dev.switchyard.ui.text.Texts;
import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// The parts of a forecast, each with its bytes and what the figure rests on.
final class PartList extends GridPane {
  /// The nodes of a part: key, name, bytes, and the line below.
  private static final int NODES = 4;

  private final Texts texts;
  private List<Part.Name> shown = List.of();

  PartList(Texts texts) {
    this.texts = texts;
    getStyleClass().add("memory-parts");
    var name = new ColumnConstraints();
    name.setHgrow(Priority.ALWAYS);
    var bytes = new ColumnConstraints();
    bytes.setMinWidth(Region.USE_PREF_SIZE);
    bytes.setHalignment(HPos.RIGHT);
    getColumnConstraints().setAll(new ColumnConstraints(), name, bytes);
  }

  void show(MemoryNeed need) {
    var parts = Stream.concat(need.parts().stream(), need.headroom().stream()).toList();
    var names = parts.stream().map(Part::name).toList();
    if (!names.equals(shown)) {
      shown = names;
      getChildren().clear();
      for (int i = 0; i < parts.size(); i++) {
        add(2 * i, parts.get(i));
      }
    }
    for (int i = 0; i < parts.size(); i++) {
      fill(i * NODES, parts.get(i));
    }
  }

  static String name(Texts texts, Part part) {
    return texts.text("fit.part." + part.name().wireName());
  }

  static String paint(Part.Name name) {
    return switch (name) {
      case WEIGHTS -> "part-weights";
      case KV, STATE -> "part-context";
      case COMPUTE -> "part-compute";
      case PROJECTOR, LEARNED -> "part-other";
      case RESERVE, PROMPT_CACHE -> "part-system";
    };
  }

  private void add(int row, Part part) {
    var key = new Region();
    key.getStyleClass().addAll("key", paint(part.name()));
    addRow(row, key, new Label(name(texts, part)), new Label());
    add(Figure.caption(""), 1, row + 1, 2, 1);
  }

  private void fill(int first, Part part) {
    label(first + 2).setText(Sizes.bytes(part.bytes(), texts.locale()));
    label(first + 3).setText(texts.text(part.assumption()));
  }

  private Label label(int index) {
    return (Label) getChildren().get(index);
  }
}
