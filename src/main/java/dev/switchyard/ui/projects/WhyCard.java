package dev.switchyard.ui.projects;

import dev.switchyard.domain.route.Destination;
import dev.switchyard.domain.route.EffectiveRoute;
import dev.switchyard.domain.route.EffectiveRoute.Setting;
import dev.switchyard.domain.route.Layer;
import dev.switchyard.domain.route.ProjectRoutes.ProjectRoute;
import dev.switchyard.domain.route.RouteKeys;
import dev.switchyard.domain.route.RouteSentence;
import dev.switchyard.ui.component.Card;
import dev.switchyard.ui.text.Texts;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.VBox;

/// Why requests go where they go: for each key its value, the layer that wins, and what the key is
/// for.
final class WhyCard extends Card {
  private static final int SHORT = 6;

  private final Texts texts;
  private final VBox content = new VBox();
  private Optional<ProjectRoute> shown = Optional.empty();
  private boolean all;

  WhyCard(ProjectsViewModel model, Texts texts) {
    super(texts.text("projects.why"));
    this.texts = texts;
    content.getStyleClass().add("column");
    getStyleClass().add("why-card");
    getChildren().add(content);
    model.selectedProperty().subscribe(this::show);
  }

  private void show(Optional<ProjectRoute> row) {
    shown = row;
    content.getChildren().clear();
    row.flatMap(one -> one.route().toOptional()).ifPresent(this::show);
  }

  private void show(EffectiveRoute route) {
    var sentence = new Label(texts.text(RouteSentence.of(route)));
    sentence.setWrapText(true);
    content.getChildren().add(sentence);
    var entries = List.copyOf(route.values().entrySet());
    if (entries.isEmpty()) {
      var nothing = new Label(texts.text("projects.why.nothing"));
      nothing.getStyleClass().add("muted");
      nothing.setWrapText(true);
      content.getChildren().add(nothing);
      return;
    }
    var grid = grid();
    int count = all ? entries.size() : Math.min(SHORT, entries.size());
    for (int i = 0; i < count; i++) {
      var setting = entries.get(i).getValue();
      // The reasons are those of a local route; elsewhere the same key says something else.
      boolean ours = route.destination() != Destination.CLOUD && setting.winner() != Layer.PROCESS;
      grid.addRow(i + 1, key(entries.get(i).getKey(), ours), value(setting), from(setting));
      grid.getRowConstraints().add(top());
    }
    content.getChildren().add(grid);
    if (entries.size() > SHORT) {
      content.getChildren().add(more(entries.size() - SHORT));
    }
  }

  private GridPane grid() {
    var grid = new GridPane();
    grid.getStyleClass().add("why-grid");
    grid.getColumnConstraints().setAll(column(300, true), column(150, false), column(150, false));
    grid.addRow(
        0,
        muted(texts.text("projects.why.key")),
        muted(texts.text("projects.why.value")),
        muted(texts.text("projects.why.from")));
    grid.getRowConstraints().add(top());
    return grid;
  }

  private static RowConstraints top() {
    var row = new RowConstraints();
    row.setValignment(VPos.TOP);
    return row;
  }

  private Node key(String name, boolean withReason) {
    var key = new Label(name);
    key.getStyleClass().add("key-name");
    key.setTooltip(new Tooltip(name));
    var box = new VBox(key);
    RouteKeys.ALL.stream()
        .filter(row -> withReason && row.key().displayName().equals(name))
        .findFirst()
        .ifPresent(row -> box.getChildren().add(wrapped(texts.text(row.reasonKey()))));
    return box;
  }

  private Node value(Setting setting) {
    var value = setting.value().isEmpty() ? texts.text("projects.why.empty") : setting.value();
    var label = new Label(value);
    label.setWrapText(true);
    return label;
  }

  private Node from(Setting setting) {
    var box = new VBox(new Label(texts.text(layerKey(setting.winner()))));
    if (!setting.losers().isEmpty()) {
      var losers =
          setting.losers().stream()
              .map(layer -> texts.text(layerKey(layer)))
              .collect(Collectors.joining(", "));
      box.getChildren().add(wrapped(texts.text("projects.why.over", losers)));
    }
    return box;
  }

  private Node more(int hidden) {
    var link =
        new Hyperlink(
            all ? texts.text("projects.why.less") : texts.text("projects.why.more", hidden));
    link.setOnAction(_ -> {
      all = !all;
      show(shown);
    });
    return link;
  }

  private static String layerKey(Layer layer) {
    return "projects.layer." + layer.wireName();
  }

  private static Label muted(String text) {
    var label = new Label(text);
    label.getStyleClass().add("muted");
    return label;
  }

  private static Label wrapped(String text) {
    var label = muted(text);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }

  private static ColumnConstraints column(double width, boolean grows) {
    var column = new ColumnConstraints(grows ? 170 : 84, width, Double.MAX_VALUE);
    column.setHgrow(grows ? Priority.ALWAYS : Priority.SOMETIMES);
    return column;
  }
}
