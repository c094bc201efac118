package dev.switchyard.ui.capability;

import dev.switchyard.ui.component.Badge;
import dev.switchyard.ui.component.StateDot;
import dev.switchyard.ui.component.Tone;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/// A verdict with its sign, and whether the guide said otherwise.
final class MatrixCell extends HBox {
  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

  private final CapabilityViewModel.Place place;

  MatrixCell(String probe, Column column, CapabilityTexts texts) {
    this.place = new CapabilityViewModel.Place(probe, column.model());
    var cell = column.cell(probe);
    var name = texts.name(probe, column);
    setAccessibleRole(AccessibleRole.TABLE_CELL);
    setAccessibleText(name);
    getStyleClass().addAll("matrix-cell", "row");
    var word = new Label(texts.word(cell));
    word.setMinWidth(USE_PREF_SIZE);
    if (!(cell instanceof Column.Cell.NotProbed || cell instanceof Column.Cell.Waiting)) {
      getChildren().add(new StateDot(CapabilityTexts.sign(cell), texts.word(cell)));
    } else {
      word.getStyleClass().add("muted");
    }
    getChildren().add(word);
    if (CapabilityTexts.isChanged(cell)) {
      var changed = new Badge(texts.text("capabilities.changed"), Tone.ACCENT);
      changed.setMinWidth(USE_PREF_SIZE);
      changed.setTooltip(new Tooltip(texts.text("capabilities.changed.what")));
      getChildren().add(changed);
    }
  }

  CapabilityViewModel.Place place() {
    return place;
  }

  /// The Tab key reaches one cell of the matrix only; from there the arrow keys go on.
  void setSelected(boolean selected) {
    pseudoClassStateChanged(SELECTED, selected);
    setFocusTraversable(selected);
  }
}
