package dev.switchyard.ui.share;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.team.Mark;
import dev.switchyard.domain.team.TeamReview;
import dev.switchyard.ui.component.Card;
import dev.switchyard.ui.component.DiffLines;
import dev.switchyard.ui.component.InlineMessage;
import dev.switchyard.ui.component.Keys;
import dev.switchyard.ui.component.Primary;
import dev.switchyard.ui.component.Tone;
import dev.switchyard.ui.component.Waiting;
import dev.switchyard.ui.component.WrappedLabel;
import dev.switchyard.ui.share.TeamViewModel.State;
import dev.switchyard.ui.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// A shared file: a quiet note where there is one, and all that it would change once somebody asks.
/// Not there while there is nothing to say.
public final class TeamPane extends Card {
  private final TeamViewModel model;
  private final Texts texts;
  private final VBox content = new VBox();
  private final Button apply = new Button();
  private Optional<TeamReview> filled = Optional.empty();

  public TeamPane(TeamViewModel model, Texts texts) {
    super("");
    this.model = model;
    this.texts = texts;
    content.getStyleClass().add("column");
    getStyleClass().add("team-pane");
    getChildren().add(content);
    managedProperty().bind(visibleProperty());
    apply.setText(texts.text("team.apply"));
    apply.setOnAction(_ -> model.apply());
    Primary.mark(apply);
    Keys.onEscape(this, model::cancel);
    model.stateProperty().subscribe(this::show);
  }

  private void show(State state) {
    setVisible(!(state instanceof State.Idle));
    if (state instanceof State.Reviewed reviewed) {
      review(reviewed);
      return;
    }
    filled = Optional.empty();
    setTitle("");
    content
        .getChildren()
        .setAll(
            switch (state) {
              case State.Idle _, State.Reviewed _ -> List.of();
              case State.Offered _ -> List.of(offer());
              case State.Asking _ -> List.of(new Waiting(texts, texts.text("team.asking")));
              case State.Applying _ -> List.of(new Waiting(texts, texts.text("team.applying")));
              case State.Unusable(var reason) -> List.of(unusable(reason));
              case State.Failed(var reason) ->
                  List.of(
                      unusable(
                          reason, InlineMessage.action(texts.text("team.close"), model::cancel)));
            });
  }

  private Node unusable(Message reason, Node... actions) {
    return new InlineMessage(
        Tone.WARNING, texts.text("team.unreadable", texts.text(reason)), actions);
  }

  private Node offer() {
    return new InlineMessage(
        Tone.NEUTRAL,
        texts.text("team.offer"),
        InlineMessage.action(texts.text("team.review"), model::open));
  }

  /// A tick leaves all that is being read where it is.
  private void review(State.Reviewed reviewed) {
    if (!filled.equals(Optional.of(reviewed.review()))) {
      filled = Optional.of(reviewed.review());
      setTitle(texts.text("team.title"));
      content.getChildren().setAll(nodes(reviewed.review()));
    }
    apply.setDisable(!reviewed.missing().isEmpty() || reviewed.review().changesNothing());
  }

  private List<Node> nodes(TeamReview review) {
    var nodes = new ArrayList<Node>();
    if (review.changesNothing()) {
      nodes.add(new WrappedLabel(texts.text("cli.import.nothing"), "muted"));
    }
    consents(review).forEach(nodes::add);
    nodes.add(buttons());
    review.items().forEach(item -> nodes.add(item(item)));
    return nodes;
  }

  private List<Node> consents(TeamReview review) {
    var consents = new ArrayList<Node>();
    if (!review.conflicts().isEmpty()) {
      var names = String.join(", ", review.conflicts().stream().map(item -> item.name()).toList());
      consents.add(tick(texts.text("team.consent.replace", names), model::setReplace));
    }
    for (var item : review.tokenUses()) {
      var use = item.newTokenUse().orElseThrow();
      consents.add(
          tick(texts.text(use.question(item.name())), allowed -> model.setAllowed(use, allowed)));
    }
    return consents;
  }

  private static Node tick(String text, Consumer<Boolean> changed) {
    var tick = new CheckBox(text);
    tick.setWrapText(true);
    tick.setMinHeight(USE_PREF_SIZE);
    tick.selectedProperty().subscribe((_, selected) -> changed.accept(selected));
    return tick;
  }

  private Node buttons() {
    var cancel = new Button(texts.text("team.cancel"));
    cancel.setOnAction(_ -> model.cancel());
    var row = new HBox(apply, cancel);
    row.getStyleClass().add("row");
    return row;
  }

  private Node item(TeamReview.Item item) {
    var box =
        new VBox(
            new WrappedLabel(
                texts.text(
                    "cli.import.item." + item.kind() + "." + item.change().id(), item.name()),
                "strong"));
    box.getStyleClass().add("team-item");
    item.marks().forEach(mark -> box.getChildren().add(mark(mark)));
    if (item instanceof TeamReview.RouteItem route) {
      notes(route).forEach(box.getChildren()::add);
    }
    if (!item.difference().isEmpty()) {
      box.getChildren().add(new DiffLines(item.difference()));
    }
    return box;
  }

  private List<Node> notes(TeamReview.RouteItem route) {
    if (route.plan().isEmpty()) {
      return List.of(new WrappedLabel(texts.text("team.route-left-out"), "muted"));
    }
    return route.plan().get().notes().stream()
        .<Node>map(note -> new InlineMessage(Tone.WARNING, texts.text(note)))
        .toList();
  }

  private Node mark(Mark mark) {
    return new InlineMessage(Tone.WARNING, texts.text(mark.text()));
  }
}
