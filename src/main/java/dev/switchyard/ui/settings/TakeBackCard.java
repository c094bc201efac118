package dev.switchyard.ui.settings;

import dev.switchyard.domain.FileChange;
import dev.switchyard.domain.route.InheritAll.Left;
import dev.switchyard.domain.route.InheritAll.Outcome;
import dev.switchyard.ui.component.Card;
import dev.switchyard.ui.component.Figure;
import dev.switchyard.ui.component.InlineMessage;
import dev.switchyard.ui.component.Primary;
import dev.switchyard.ui.component.Tone;
import dev.switchyard.ui.component.Waiting;
import dev.switchyard.ui.component.WrappedLabel;
import dev.switchyard.ui.settings.TakeBackViewModel.State;
import dev.switchyard.ui.text.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// The card for quitting for good: what would change, then the button that does it.
final class TakeBackCard {
  private final TakeBackViewModel model;
  private final Texts texts;
  private final VBox content = new VBox();

  TakeBackCard(TakeBackViewModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
    content.getStyleClass().add("column");
  }

  Node node() {
    model.stateProperty().subscribe(state -> content.getChildren().setAll(nodes(state)));
    return new Card(texts.text("settings.take-back"), content);
  }

  private List<Node> nodes(State state) {
    var nodes = new ArrayList<Node>(List.of(Figure.caption(texts.text("settings.take-back.hint"))));
    switch (state) {
      case State.Idle() -> nodes.add(look());
      case State.Working() ->
          nodes.add(new Waiting(texts, texts.text("settings.take-back.working")));
      case State.Planned(var outcome) -> nodes.addAll(planned(outcome));
      case State.Done(var outcome) -> nodes.addAll(done(outcome));
      case State.Failed(var reason) -> {
        nodes.add(new InlineMessage(Tone.DANGER, texts.text(reason)));
        nodes.add(look());
      }
    }
    return nodes;
  }

  private Button look() {
    return button("settings.take-back.look", model::look);
  }

  private List<Node> planned(Outcome outcome) {
    var nodes = new ArrayList<Node>(files(outcome, "settings.take-back.would"));
    if (outcome.changes().isEmpty()) {
      nodes.add(button("settings.take-back.close", model::cancel));
      return nodes;
    }
    var write = button("settings.take-back.write", model::takeBack);
    Primary.mark(write);
    var row = new HBox(write, button("projects.cancel", model::cancel));
    row.getStyleClass().add("row");
    nodes.add(row);
    return nodes;
  }

  private List<Node> done(Outcome outcome) {
    var nodes = new ArrayList<Node>(files(outcome, "settings.take-back.done"));
    nodes.add(button("settings.take-back.close", model::cancel));
    return nodes;
  }

  private List<Node> files(Outcome outcome, String headline) {
    var nodes = new ArrayList<Node>();
    nodes.add(new WrappedLabel(texts.text(headline, outcome.changes().size()), "strong"));
    outcome.changes().forEach(change -> nodes.add(line(change)));
    for (Left left : outcome.left()) {
      nodes.add(
          new InlineMessage(Tone.WARNING, texts.text("settings.take-back.left", left.reason())));
    }
    outcome.notes().forEach(note -> nodes.add(Figure.caption(texts.text(note))));
    return nodes;
  }

  private Node line(FileChange change) {
    var verb = change.after().isEmpty() ? "removed" : "changed";
    return new WrappedLabel(texts.text("settings.take-back." + verb, change.file().toString()));
  }

  private Button button(String key, Runnable run) {
    var button = new Button(texts.text(key));
    button.setOnAction(_ -> run.run());
    return button;
  }
}
