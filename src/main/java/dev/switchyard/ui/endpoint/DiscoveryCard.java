package dev.switchyard.ui.endpoint;

import dev.switchyard.domain.endpoint.detect.Detection;
import dev.switchyard.ui.component.Card;
import dev.switchyard.ui.component.InlineMessage;
import dev.switchyard.ui.component.Keys;
import dev.switchyard.ui.component.Tone;
import dev.switchyard.ui.component.Waiting;
import dev.switchyard.ui.component.WrappedLabel;
import dev.switchyard.ui.endpoint.DiscoveryViewModel.State;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What answers at this machine's standard ports.
final class DiscoveryCard extends Card {
  private final DiscoveryViewModel model;
  private final EndpointTexts texts;
  private final VBox content = new VBox();

  DiscoveryCard(DiscoveryViewModel model, EndpointTexts texts) {
    super(texts.text("endpoints.discovery"));
    this.model = model;
    this.texts = texts;
    content.getStyleClass().add("column");
    withActions(InlineMessage.action(texts.text("models.action.close"), model::dismiss));
    getChildren().add(content);
    managedProperty().bind(visibleProperty());
    Keys.onEscape(this, model::dismiss);
    model.stateProperty().subscribe(this::show);
    model.rows().subscribe(() -> show(model.stateProperty().get()));
  }

  private void show(State state) {
    setVisible(!(state instanceof State.None));
    content
        .getChildren()
        .setAll(
            switch (state) {
              case State.None _ -> List.<Node>of();
              case State.Looking _ ->
                  List.of(new Waiting(texts.texts(), texts.text("endpoints.discovery.looking")));
              case State.Looked(var found) when found.isEmpty() ->
                  List.of(new WrappedLabel(texts.text("endpoints.discovery.none"), "muted"));
              case State.Looked(var found) -> found.stream().map(this::line).toList();
              case State.Failed(var reason) ->
                  List.of(
                      new InlineMessage(
                          Tone.DANGER,
                          texts.text(reason),
                          InlineMessage.action(texts.text("projects.try-again"), model::look)));
            });
  }

  private Node line(Detection found) {
    var about = new VBox(new WrappedLabel(texts.text(found.headline()), "strong"));
    about.getChildren().add(new WrappedLabel(texts.text(found.aboutMessages()), "muted"));
    if (found.asksForToken()) {
      about
          .getChildren()
          .add(new WrappedLabel(texts.text("endpoint.detected.wants-token"), "muted"));
    }
    HBox.setHgrow(about, Priority.ALWAYS);
    var line = new HBox(about, offer(found));
    line.getStyleClass().add("row");
    return line;
  }

  private Node offer(Detection found) {
    var listed = model.listed(found);
    if (listed.isPresent()) {
      var label = new Label(texts.text("endpoints.discovery.listed", listed.get().title()));
      label.getStyleClass().add("muted");
      label.setMinWidth(Region.USE_PREF_SIZE);
      return label;
    }
    var add =
        InlineMessage.action(
            texts.text(
                model.isPlain(found) ? "endpoints.discovery.add" : "endpoints.discovery.add-form"),
            () -> model.add(found));
    add.setAccessibleText(texts.text("endpoints.discovery.add-named", found.url().toString()));
    return add;
  }
}
