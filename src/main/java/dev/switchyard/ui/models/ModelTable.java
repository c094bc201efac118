package dev.switchyard.ui.models;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.model.Capability;
import dev.switchyard.domain.model.LoadedModel;
import dev.switchyard.ui.capability.ReadinessBadge;
import dev.switchyard.ui.component.Badge;
import dev.switchyard.ui.component.Tone;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.transformation.SortedList;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/// The table of models. Every column sorts by what it means, not by its text.
final class ModelTable extends TableView<ModelRow> {
  /// In the order in which badges stand; that it writes text at all goes without saying.
  private static final List<Capability> BADGES =
      List.of(
          Capability.TOOLS,
          Capability.VISION,
          Capability.THINKING,
          Capability.AUDIO,
          Capability.IMAGE,
          Capability.INSERT,
          Capability.EMBEDDING);

  /// What can be missed first where the window is narrow.
  private static final List<String> EXPENDABLE =
      List.of(
          "quantization",
          "parameters",
          "modified",
          "trained",
          "capabilities",
          "context",
          "loaded",
          "size");

  /// As in `app.css`.
  private static final double ROW_HEIGHT = 32;

  private static final double HEADER_HEIGHT = 38;

  /// The bar at the side, and the table's edges.
  private static final double BAR = 12;

  /// As many rows are always seen; the rest scrolls where the window is low.
  private static final int LEAST_ROWS = 8;

  /// Around a header's text, and for the arrow that shows the order.
  private static final double HEADER_MARGINS = 26;

  /// Of a badge with its sign, and around it; its letters are smaller than those that are measured.
  private static final double BADGE_MARGINS = 30;

  private final ModelTexts texts;

  ModelTable(ModelsViewModel model, ModelTexts texts) {
    this.texts = texts;
    getStyleClass().add("sy-models-table");
    setAccessibleText(texts.text("models.table"));
    setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_SUBSEQUENT_COLUMNS);
    addColumns();
    hideColumnsWhereItIsNarrow();
    var rows = Bindings.size(model.rows());
    prefHeightProperty().bind(rows.multiply(ROW_HEIGHT).add(HEADER_HEIGHT));
    minHeightProperty()
        .bind(Bindings.min(rows, LEAST_ROWS).multiply(ROW_HEIGHT).add(HEADER_HEIGHT));
    var sorted = new SortedList<>(model.rows());
    sorted.comparatorProperty().bind(comparatorProperty());
    setItems(sorted);
    var nothing = new Label(texts.text("models.table.nothing-matches"));
    nothing.getStyleClass().add("muted");
    setPlaceholder(nothing);
    bindSelection(model);
  }

  private void addColumns() {
    addColumn(
        "name", 146, row -> row.name().toString().toLowerCase(texts.locale()), this::nameCell);
    addColumn("claude-code", badgesWidth(), row -> row.readiness().level(), this::readinessCell);
    addFigures(
        "size", 72, row -> row.model().bytes(), row -> figure(texts.bytes(row.model().bytes())));
    addFigures(
        "parameters", 66, ModelRow::parameterCount, row -> figure(row.model().parameterSize()));
    addColumn(
        "quantization",
        64,
        row -> row.model().quantization(),
        row -> label(row.model().quantization()));
    addFigures(
        "context",
        66,
        row -> row.model().configuredContext().toOptional().orElse(0),
        row -> contextCell(row.model().configuredContext()));
    addFigures(
        "trained",
        66,
        row -> row.model().trainedContext().toOptional().orElse(0),
        row -> contextCell(row.model().trainedContext()));
    addColumn(
        "capabilities",
        222,
        row -> row.model().capabilities().toOptional().map(Set::size).orElse(0),
        this::capabilitiesCell);
    addColumn(
        "loaded",
        100,
        row -> row.loaded().map(LoadedModel::bytes).orElse(0L),
        row -> row.loaded().map(this::loadedCell).orElseGet(() -> label("")));
    addColumn(
        "modified",
        100,
        row -> row.model().modifiedAt(),
        row -> muted(texts.age(row.model().modifiedAt())));
  }

  /// Rather than cutting every column short.
  private void hideColumnsWhereItIsNarrow() {
    double needed = BAR + getColumns().stream().mapToDouble(TableColumn::getPrefWidth).sum();
    for (var id : EXPENDABLE) {
      for (var column : getColumns()) {
        if (column.getId().equals(id)) {
          column.visibleProperty().bind(widthProperty().greaterThanOrEqualTo(needed));
          needed -= column.getPrefWidth();
        }
      }
    }
  }

  /// Figures stand at the right, so that their digits do.
  private <C extends Comparable<? super C>> void addFigures(
      String key, double width, Function<ModelRow, C> order, Function<ModelRow, Node> cell) {
    addColumn(key, width, order, cell).getStyleClass().add("figures");
  }

  private <C extends Comparable<? super C>> TableColumn<ModelRow, ModelRow> addColumn(
      String key, double width, Function<ModelRow, C> order, Function<ModelRow, Node> cell) {
    var column = new TableColumn<ModelRow, ModelRow>(texts.text("models.column." + key));
    double least = Math.max(width, textWidth(column.getText()) + HEADER_MARGINS);
    column.setId(key);
    column.setPrefWidth(least);
    column.setMinWidth(least);
    column.setCellValueFactory(data -> new SimpleObjectProperty<>(data.getValue()));
    column.setComparator(Comparator.comparing(order));
    column.setCellFactory(_ -> new RowCell(cell));
    getColumns().add(column);
    return column;
  }

  /// Of the longest badge that the column may show.
  private double badgesWidth() {
    return ReadinessBadge.words(texts.texts())
            .mapToDouble(ModelTable::textWidth)
            .max()
            .orElseThrow()
        + BADGE_MARGINS;
  }

  /// A language may have longer words than the one that a column was made for.
  private static double textWidth(String text) {
    return new Text(text).getLayoutBounds().getWidth();
  }

  /// Keeps the model that is selected although its row is replaced when something about it changes.
  private void bindSelection(ModelsViewModel model) {
    getSelectionModel()
        .selectedItemProperty()
        .addListener((_, _, row) -> {
          if (row != null) {
            model.select(Optional.of(row));
          }
        });
    model
        .selectedProperty()
        .addListener((_, _, row) ->
            row.ifPresentOrElse(getSelectionModel()::select, getSelectionModel()::clearSelection));
  }

  private Node nameCell(ModelRow row) {
    var name = new Label(row.name().shortText());
    name.getStyleClass().add("strong");
    return name;
  }

  private Node readinessCell(ModelRow row) {
    return ReadinessBadge.of(row.readiness(), texts.texts());
  }

  private Node capabilitiesCell(ModelRow row) {
    return switch (row.model().capabilities()) {
      case Known.Unknown<Set<Capability>>(var reason) -> {
        var unknown = muted(texts.text("models.level.unknown"));
        unknown.setTooltip(new Tooltip(texts.text(reason)));
        yield unknown;
      }
      case Known.Value<Set<Capability>>(var capabilities) -> {
        var badges = new HBox();
        badges.getStyleClass().add("badges");
        for (var capability : BADGES) {
          if (capabilities.contains(capability)) {
            badges.getChildren().add(badge(capability));
          }
        }
        yield badges;
      }
    };
  }

  private Badge badge(Capability capability) {
    var badge =
        new Badge(
            texts.text("models.capability." + capability.wireName()),
            capability == Capability.TOOLS ? Tone.ACCENT : Tone.NEUTRAL);
    badge.setMinWidth(Region.USE_PREF_SIZE);
    return badge;
  }

  private Node contextCell(Known<Integer> tokens) {
    var cell = figure(texts.context(tokens));
    if (tokens instanceof Known.Unknown<Integer>(var reason)) {
      cell.setText("–");
      cell.getStyleClass().add("muted");
      cell.setTooltip(new Tooltip(texts.text(reason)));
    }
    return cell;
  }

  private Node loadedCell(LoadedModel loaded) {
    var cell = label(texts.text("models.loaded", texts.place(loaded), texts.until(loaded)));
    cell.getStyleClass().add("good");
    // A model that is split says more than the column holds.
    cell.setTooltip(new Tooltip(cell.getText()));
    return cell;
  }

  private static Label label(String text) {
    return new Label(text);
  }

  private static Label figure(String text) {
    var label = new Label(text);
    label.getStyleClass().add("number");
    return label;
  }

  private static Label muted(String text) {
    var label = new Label(text);
    label.getStyleClass().add("muted");
    return label;
  }

  /// A cell whose node is built from its row; rows are few and change rarely.
  private static final class RowCell extends TableCell<ModelRow, ModelRow> {
    private final Function<ModelRow, Node> content;

    RowCell(Function<ModelRow, Node> content) {
      this.content = content;
    }

    @Override
    protected void updateItem(@Nullable ModelRow row, boolean empty) {
      super.updateItem(row, empty);
      setGraphic(empty || row == null ? null : content.apply(row));
    }
  }
}
