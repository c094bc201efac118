package dev.switchyard.ui.endpoint;

import dev.switchyard.ui.component.InlineMessage;
import dev.switchyard.ui.component.Keys;
import dev.switchyard.ui.component.Tone;
import dev.switchyard.ui.endpoint.RemovalViewModel.State;
import java.util.StringJoiner;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;

/// What a removal would mean, and the way back once it is done.
final class RemovalPane extends StackPane {
  private final RemovalViewModel model;
  private final EndpointTexts texts;
  private final InlineMessage message = new InlineMessage();

  RemovalPane(RemovalViewModel model, EndpointTexts texts) {
    this.model = model;
    this.texts = texts;
    getChildren().setAll(message);
    visibleProperty().bind(message.visibleProperty());
    managedProperty().bind(visibleProperty());
    Keys.onEscape(this, model::dismiss);
    model.stateProperty().subscribe(this::show);
  }

  private void show(State state) {
    switch (state) {
      case State.None _ -> message.clear();
      case State.Asking asking -> ask(asking);
      case State.Removed(var removed) -> {
        var undo = InlineMessage.action(texts.text("projects.undo"), model::undo);
        message.show(
            Tone.NEUTRAL,
            texts.text("endpoints.removed", removed.profile().name()),
            undo,
            close("models.action.close"));
        undo.requestFocus();
      }
      case State.Failed(var reason) ->
          message.show(Tone.DANGER, texts.text(reason), close("models.action.close"));
    }
  }

  private void ask(State.Asking asking) {
    var text = new StringJoiner(" ");
    text.add(texts.text("endpoints.remove.ask", asking.row().title()));
    if (!asking.projects().isEmpty()) {
      text.add(texts.text("endpoints.remove.projects", String.join(", ", asking.projects())));
    }
    asking.unknown().ifPresent(reason -> text.add(texts.text("endpoints.remove.unknown", reason)));
    if (asking.row().ofPanel()) {
      text.add(texts.text("endpoints.remove.of-panel"));
    }
    var remove = InlineMessage.action(texts.text("endpoints.remove.now"), model::remove);
    remove.getStyleClass().add("danger");
    message.show(Tone.WARNING, text.toString(), remove, close("models.action.keep"));
    remove.requestFocus();
  }

  private Button close(String key) {
    return InlineMessage.action(texts.text(key), model::dismiss);
  }
}
