package dev.switchyard.ui.projects;

import dev.switchyard.domain.route.Destination;
import dev.switchyard.domain.route.EffectiveRoute;
import dev.switchyard.domain.route.EffectiveRoute.Setting;
import dev.switchyard.domain.route.EffectiveRoute.Source;
import dev.switchyard.domain.route.Layer;
import dev.switchyard.domain.route.RouteKeys;
import dev.switchyard.ui.component.WrappedLabel;
import dev.switchyard.ui.text.Texts;
import java.util.List;
import java.util.Optional;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.VBox;

/// For each key what it is for, its value with the place that sets it, and below that what else
/// sets it in vain.
final class WhyGrid extends VBox {
  private static final int SHORT = 6;

  private final Places places;
  private final Texts texts;
  private Optional<EffectiveRoute> shown = Optional.empty();
  private boolean all;

  WhyGrid(Places places, Texts texts) {
    this.places = places;
    this.texts = texts;
    getStyleClass().add("column");
  }

  void show(Optional<EffectiveRoute> route) {
    shown = route;
    getChildren().clear();
    route.ifPresent(this::fill);
  }

  private void fill(EffectiveRoute route) {
    var entries = List.copyOf(route.values().entrySet());
    if (entries.isEmpty()) {
      getChildren().add(muted(texts.text("projects.why.nothing")));
      return;
    }
    var grid = grid();
    int count = all ? entries.size() : Math.min(SHORT, entries.size());
    for (int i = 0; i < count; i++) {
      var setting = entries.get(i).getValue();
      // The reasons are those of a local route; elsewhere the same key says something else.
      boolean ours = route.destination() != Destination.CLOUD && setting.winner() != Layer.PROCESS;
      grid.addRow(i + 1, key(entries.get(i).getKey(), ours), sources(setting));
      grid.getRowConstraints().add(top());
    }
    getChildren().add(grid);
    if (entries.size() > SHORT) {
      getChildren().add(more(entries.size() - SHORT));
    }
  }

  private GridPane grid() {
    var grid = new GridPane();
    grid.getStyleClass().add("why-grid");
    grid.getColumnConstraints().setAll(column(), column());
    grid.addRow(0, muted(texts.text("projects.why.key")), muted(texts.text("projects.why.value")));
    grid.getRowConstraints().add(top());
    return grid;
  }

  private Node key(String name, boolean withReason) {
    var key = new Label(name);
    key.getStyleClass().add("key-name");
    key.setTooltip(new Tooltip(name));
    var box = new VBox(key);
    RouteKeys.ALL.stream()
        .filter(row -> withReason && row.key().displayName().equals(name))
        .findFirst()
        .ifPresent(row -> box.getChildren().add(muted(texts.text(row.reasonKey()))));
    return box;
  }

  private Node sources(Setting setting) {
    var box = new VBox(value(setting.decides()), muted(setBy(setting.decides())));
    for (var source : setting.overruled()) {
      box.getChildren()
          .add(muted(texts.text("projects.why.not-used", text(source), setBy(source))));
    }
    return box;
  }

  private Node value(Source source) {
    return new WrappedLabel(text(source));
  }

  /// The name of a person's settings file tells its layer already.
  private String setBy(Source source) {
    return switch (source.layer()) {
      case LOCAL, PROJECT, USER -> placeText(source);
      case MANAGED, FLAG, PROCESS, DEFAULT ->
          texts.text("projects.why.set-by", layer(source), placeText(source));
    };
  }

  private String text(Source source) {
    return source.value().isEmpty() ? texts.text("projects.why.empty") : source.value();
  }

  private String layer(Source source) {
    return texts.text("projects.layer." + source.layer().wireName());
  }

  private String placeText(Source source) {
    return texts.text(source.origin().text(places::of));
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

  private static Label muted(String text) {
    return new WrappedLabel(text, "muted");
  }

  private static RowConstraints top() {
    var row = new RowConstraints();
    row.setValignment(VPos.TOP);
    return row;
  }

  private static ColumnConstraints column() {
    var column = new ColumnConstraints(170, 300, Double.MAX_VALUE);
    column.setPercentWidth(50);
    column.setHgrow(Priority.ALWAYS);
    return column;
  }
}
