package dev.switchyard.ui.models;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.model.Capability;
import dev.switchyard.domain.model.LoadedModel;
import dev.switchyard.ui.capability.ReadinessBadge;
import dev.switchyard.ui.component.Badge;
import dev.switchyard.ui.component.RowTable;
import dev.switchyard.ui.component.Tone;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// The table of models. Every column sorts by what it means, not by its text.
final class ModelTable extends RowTable<ModelRow> {
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

  /// As many rows are always seen; the rest scrolls where the window is low.
  private static final int LEAST_ROWS = 8;

  /// Of a badge with its sign, and around it; its letters are smaller than those that are measured.
  private static final double BADGE_MARGINS = 30;

  private final ModelTexts texts;

  ModelTable(ModelsViewModel model, ModelTexts texts) {
    super(
        texts.text("models.table"),
        model.rows(),
        LEAST_ROWS,
        texts.text("models.table.nothing-matches"));
    this.texts = texts;
    addColumns();
    hideWhereNarrow(EXPENDABLE);
    bindSelection(model);
  }

  private void addColumns() {
    addColumn(
        "name", 146, row -> row.name().toString().toLowerCase(texts.locale()), this::nameCell);
    addColumn("claude-code", badgesWidth(), row -> row.readiness().level(), this::readinessCell);
    addFigures(
        "size",
        72,
        row -> row.model().bytes().toOptional().orElse(0L),
        row -> figure(row.model().bytes().toOptional().map(texts::bytes).orElse("–")));
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
        row -> row.model().modifiedAt().toOptional().orElse(Instant.MIN),
        row -> muted(row.model().modifiedAt().toOptional().map(texts::age).orElse("–")));
  }

  private <C extends Comparable<? super C>> void addColumn(
      String key, double least, Function<ModelRow, C> order, Function<ModelRow, Node> cell) {
    addColumn(key, texts.text("models.column." + key), least, order, cell);
  }

  private <C extends Comparable<? super C>> void addFigures(
      String key, double least, Function<ModelRow, C> order, Function<ModelRow, Node> cell) {
    addFigures(key, texts.text("models.column." + key), least, order, cell);
  }

  /// Of the longest badge that the column may show.
  private double badgesWidth() {
    return ReadinessBadge.words(texts.texts()).mapToDouble(RowTable::textWidth).max().orElseThrow()
        + BADGE_MARGINS;
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
}
