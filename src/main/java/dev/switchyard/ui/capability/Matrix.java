package dev.switchyard.ui.capability;

import dev.switchyard.domain.capability.GuideClaims;
import dev.switchyard.domain.capability.ProbeGroup;
import dev.switchyard.domain.capability.ProvenReadiness;
import dev.switchyard.ui.component.FrozenScroll;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The table: a row for each probe, the guide's word for it, and a column for each model.
final class Matrix extends StackPane {
  private final CapabilityViewModel model;
  private final CapabilityTexts texts;
  private final Runnable openEvidence;
  private final HBox head = new HBox();
  private final VBox side = new VBox();
  private final VBox body = new VBox();
  private final FrozenScroll scroll;
  private final List<MatrixCell> cells = new ArrayList<>();

  /// @param openEvidence goes to what the selected cell rests on
  Matrix(CapabilityViewModel model, CapabilityTexts texts, Runnable openEvidence) {
    this.model = model;
    this.texts = texts;
    this.openEvidence = openEvidence;
    head.getStyleClass().add("matrix-head");
    side.getStyleClass().add("matrix-side");
    body.getStyleClass().add("matrix-body");
    fillSide();
    scroll = new FrozenScroll(corner(), head, side, body);
    scroll.setAccessibleText(texts.text("capabilities.table"));
    scroll.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    getStyleClass().add("matrix");
    getChildren().setAll(scroll);
    model.columns().subscribe(this::fill);
    model.selectedProperty().subscribe(_ -> mark());
  }

  private Region corner() {
    var corner =
        new HBox(
            sideLabel(texts.text("capabilities.column.probe"), "matrix-probe"),
            sideLabel(texts.text("capabilities.column.guide"), "matrix-guide"));
    corner.getStyleClass().addAll("matrix-head", "matrix-corner");
    return corner;
  }

  private static Label sideLabel(String text, String style) {
    var label = new Label(text);
    label.getStyleClass().addAll(style, "muted");
    label.setWrapText(true);
    return label;
  }

  private void fillSide() {
    for (var group : ProbeGroup.values()) {
      var title = new Label(texts.text("capabilities.group." + group.wireName()));
      title.getStyleClass().addAll("matrix-group", "strong");
      title.setMaxWidth(Double.MAX_VALUE);
      side.getChildren().add(title);
      group.probes().forEach(probe -> side.getChildren().add(sideRow(probe)));
    }
  }

  private Node sideRow(String probe) {
    var name = new Label(texts.probe(probe));
    name.getStyleClass().add("matrix-probe");
    name.setTooltip(new Tooltip(texts.text("capability.asked." + probe)));
    if (ProvenReadiness.NEEDED.contains(probe)) {
      var needed = new FontIcon(Feather.TERMINAL);
      needed.setAccessibleText(texts.text("capabilities.needed"));
      name.setGraphic(needed);
      name.setTooltip(new Tooltip(texts.text("capabilities.needed")));
    }
    var claim = new Label(texts.guide(probe), new FontIcon(guideIcon(probe)));
    claim.getStyleClass().addAll("matrix-guide", "muted");
    claim.setTooltip(new Tooltip(texts.guideSentence(probe)));
    var row = new HBox(name, claim);
    row.getStyleClass().add("matrix-row");
    return row;
  }

  private static Feather guideIcon(String probe) {
    return GuideClaims.works(probe)
        .map(works -> works ? Feather.CHECK : Feather.X)
        .orElse(Feather.MINUS);
  }

  private void fill() {
    boolean hadFocus = cells.stream().anyMatch(Node::isFocused);
    cells.clear();
    head.getChildren().setAll(model.columns().stream().map(this::headOf).toList());
    body.getChildren().clear();
    for (var group : ProbeGroup.values()) {
      var strip = new Region();
      strip.getStyleClass().add("matrix-group");
      body.getChildren().add(strip);
      group.probes().forEach(probe -> body.getChildren().add(rowOf(probe)));
    }
    mark();
    if (hadFocus) {
      selectedCell().ifPresent(Node::requestFocus);
    }
  }

  private Node headOf(Column column) {
    var name = new Label(column.model().shortText());
    name.getStyleClass().add("strong");
    name.setTooltip(new Tooltip(column.model().toString()));
    var all = new VBox(name);
    for (var line : texts.origin(column)) {
      var origin = new Label(line);
      origin.getStyleClass().add("muted");
      origin.setTooltip(new Tooltip(line));
      all.getChildren().add(origin);
    }
    model
        .readiness(column)
        .filter(_ -> !(column instanceof Column.Running))
        .ifPresent(readiness -> all.getChildren().add(ReadinessBadge.of(readiness, texts.texts())));
    all.getStyleClass().addAll("matrix-model", "matrix-model-head");
    HBox.setHgrow(all, Priority.ALWAYS);
    return all;
  }

  private Node rowOf(String probe) {
    var row = new HBox();
    row.getStyleClass().add("matrix-row");
    for (var column : model.columns()) {
      var cell = new MatrixCell(probe, column, texts);
      cell.getStyleClass().add("matrix-model");
      cell.setOnMousePressed(event -> {
        model.select(cell.place());
        cell.requestFocus();
        event.consume();
      });
      HBox.setHgrow(cell, Priority.ALWAYS);
      cells.add(cell);
      row.getChildren().add(cell);
    }
    return row;
  }

  private void mark() {
    var selected = model.selectedProperty().get();
    cells.forEach(cell -> cell.setSelected(selected.filter(cell.place()::equals).isPresent()));
  }

  private Optional<MatrixCell> selectedCell() {
    var selected = model.selectedProperty().get();
    return cells.stream()
        .filter(cell -> selected.filter(cell.place()::equals).isPresent())
        .findFirst();
  }

  /// The scroll pane would scroll with the arrow keys.
  private void key(KeyEvent event) {
    if (cells.stream().noneMatch(Node::isFocused) || event.isShortcutDown() || event.isAltDown()) {
      return;
    }
    switch (event.getCode()) {
      case UP -> move(-1, 0);
      case DOWN -> move(1, 0);
      case LEFT -> move(0, -1);
      case RIGHT -> move(0, 1);
      case HOME -> move(0, -model.columns().size());
      case END -> move(0, model.columns().size());
      case PAGE_UP -> move(-CapabilityViewModel.ROWS.size(), 0);
      case PAGE_DOWN -> move(CapabilityViewModel.ROWS.size(), 0);
      case ENTER, SPACE -> openEvidence.run();
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void move(int rows, int across) {
    model.move(rows, across);
    selectedCell()
        .ifPresent(cell -> {
          cell.requestFocus();
          scroll.reveal(cell);
        });
  }
}
