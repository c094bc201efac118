package dev.switchyard.ui.projects;

import dev.switchyard.ui.component.Card;
import dev.switchyard.ui.component.InlineMessage;
import dev.switchyard.ui.component.Tone;
import dev.switchyard.ui.component.WrappedLabel;
import dev.switchyard.ui.projects.LimitsViewModel.State;
import dev.switchyard.ui.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Where the chosen project's requests may go at all, and where they could go when its server is
/// away.
final class LimitsCard extends Card {
  private final LimitsViewModel model;
  private final Texts texts;
  private final VBox content = new VBox();

  LimitsCard(LimitsViewModel model, Texts texts) {
    super(texts.text("limits.title"));
    this.model = model;
    this.texts = texts;
    content.getStyleClass().add("column");
    getStyleClass().add("limits-card");
    getChildren().add(content);
    model.stateProperty().subscribe(state -> content.getChildren().setAll(nodes(state)));
  }

  private List<Node> nodes(State state) {
    return switch (state) {
      case State.Nothing _ -> List.of(muted("limits.nothing"));
      case State.Failed(var reason) ->
          List.of(
              new InlineMessage(
                  Tone.DANGER,
                  texts.text(reason),
                  InlineMessage.action(texts.text("limits.back"), model::show)));
      case State.Shown shown -> shown(shown);
    };
  }

  private List<Node> shown(State.Shown shown) {
    var nodes = new ArrayList<Node>();
    var limited = new CheckBox(texts.text("limits.local-only"));
    limited.setSelected(shown.localOnly());
    limited.setOnAction(_ -> model.limit(limited.isSelected()));
    nodes.add(limited);
    nodes.add(muted("limits.local-only-means"));
    if (shown.localOnly()) {
      nodes.add(question("limits.hosts", hosts(shown)));
    }
    if (!shown.endpoints().isEmpty()) {
      nodes.add(question("limits.fallback", fallbacks(shown)));
      nodes.add(muted("limits.fallback-means"));
    }
    return nodes;
  }

  private Node hosts(State.Shown shown) {
    var field = new TextField(String.join(", ", shown.hosts()));
    field.setPromptText(texts.text("limits.hosts-prompt"));
    field.setAccessibleText(texts.text("limits.hosts"));
    field.setOnAction(_ -> model.allow(field.getText()));
    HBox.setHgrow(field, Priority.ALWAYS);
    var allow =
        InlineMessage.action(texts.text("limits.allow"), () -> model.allow(field.getText()));
    allow.setMinWidth(Region.USE_PREF_SIZE);
    var line = new HBox(field, allow);
    line.getStyleClass().add("row");
    HBox.setHgrow(line, Priority.ALWAYS);
    return line;
  }

  private Node fallbacks(State.Shown shown) {
    var none = texts.text("limits.fallback-none");
    var names = new ComboBox<String>();
    names.getItems().add(none);
    names.getItems().addAll(shown.endpoints());
    names.setValue(shown.fallback().isEmpty() ? none : shown.fallback());
    names.setAccessibleText(texts.text("limits.fallback"));
    names.setOnAction(_ ->
        Optional.ofNullable(names.getValue())
            .ifPresent(name -> model.fallBackTo(name.equals(none) ? "" : name)));
    return names;
  }

  private Node question(String key, Node answer) {
    var label = new Label(texts.text(key));
    label.setMinWidth(Region.USE_PREF_SIZE);
    var line = new HBox(label, answer);
    line.getStyleClass().addAll("row", "question");
    return line;
  }

  private Node muted(String key) {
    return new WrappedLabel(texts.text(key), "muted");
  }
}
