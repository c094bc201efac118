package dev.switchyard.ui.endpoint;

import dev.switchyard.ui.component.Badge;
import dev.switchyard.ui.component.RowTable;
import dev.switchyard.ui.component.StateDot;
import dev.switchyard.ui.component.Tone;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The table of endpoints.
final class EndpointTable extends RowTable<EndpointRow> {
  /// What can be missed first where the window is narrow; all of it stands below the table too.
  private static final List<String> EXPENDABLE =
      List.of("token", "kind", "latency", "way", "address");

  private static final int LEAST_ROWS = 5;

  private final EndpointTexts texts;
  private final HealthViewModel health;
  private final StandingTexts standing;
  private boolean selecting;

  EndpointTable(EndpointsViewModel model, EndpointTexts texts) {
    super(texts.text("endpoints.table"), model.rows(), LEAST_ROWS, "");
    this.texts = texts;
    this.health = model.health();
    this.standing = new StandingTexts(texts);
    addColumn("name", 150, row -> row.title().toLowerCase(Locale.ROOT), this::nameCell);
    addColumn("standing", 172, row -> standing.brief(health.of(row)), this::standingCell);
    addColumn("kind", 96, row -> texts.kind(row.kind()), row -> cell(texts.kind(row.kind())));
    addColumn("address", 190, row -> row.url().toString(), row -> cell(row.url().toString()));
    addColumn("way", 164, row -> texts.way(row), this::wayCell);
    addColumn("token", 140, row -> texts.token(row.token()), this::tokenCell);
    addFigures(
        "latency",
        texts.text("endpoints.column.latency"),
        84,
        row -> standing.latency(health.of(row)),
        row -> figure(standing.latency(health.of(row))));
    hideWhereNarrow(EXPENDABLE);
    bindSelection(model);
    health.standingsProperty().subscribe(this::refresh);
  }

  private <C extends Comparable<? super C>> void addColumn(
      String key, double least, Function<EndpointRow, C> order, Function<EndpointRow, Node> cell) {
    addColumn(key, texts.text("endpoints.column." + key), least, order, cell);
  }

  private static Label cell(String text) {
    var label = new Label(text);
    label.setTooltip(new Tooltip(text));
    return label;
  }

  private Node nameCell(EndpointRow row) {
    var name = cell(row.title());
    name.getStyleClass().add("strong");
    var line = new HBox(name);
    line.getStyleClass().add("row");
    HBox.setHgrow(name, Priority.ALWAYS);
    if (row.ofPanel()) {
      var badge = new Badge(texts.text("endpoints.of-panel"), Tone.ACCENT);
      badge.setMinWidth(USE_PREF_SIZE);
      badge.setTooltip(new Tooltip(texts.text("endpoints.of-panel.means")));
      line.getChildren().add(badge);
    }
    return line;
  }

  private Node standingCell(EndpointRow row) {
    var found = health.of(row);
    var words = cell(standing.brief(found));
    words.setTooltip(new Tooltip(standing.whole(found)));
    var line = new HBox(new StateDot(StandingTexts.dot(found), standing.brief(found)), words);
    line.getStyleClass().add("row");
    return line;
  }

  private Node wayCell(EndpointRow row) {
    var label = cell(texts.way(row));
    label.setGraphic(new FontIcon(wayIcon(row)));
    label.getStyleClass().add(row.isUnencrypted() ? "warning" : "muted");
    return label;
  }

  /// Told by its shape, not by a colour alone.
  static Ikon wayIcon(EndpointRow row) {
    if (!row.leavesMachine()) {
      return Feather.MONITOR;
    }
    return row.isUnencrypted() ? Feather.UNLOCK : Feather.LOCK;
  }

  private Node tokenCell(EndpointRow row) {
    var label = cell(texts.token(row.token()));
    label.getStyleClass().add("muted");
    return label;
  }

  /// Keeps the endpoint that is selected although its row is replaced when something about it
  /// changes.
  private void bindSelection(EndpointsViewModel model) {
    getSelectionModel()
        .selectedItemProperty()
        .addListener((_, _, row) -> {
          if (row != null && !selecting) {
            model.select(row);
          }
        });
    model.selectedProperty().subscribe(this::mark);
  }

  private void mark(Optional<EndpointRow> row) {
    selecting = true;
    row.ifPresentOrElse(getSelectionModel()::select, getSelectionModel()::clearSelection);
    selecting = false;
  }
}
