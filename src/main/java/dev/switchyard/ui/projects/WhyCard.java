package dev.switchyard.ui.projects;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.route.EffectiveRoute;
import dev.switchyard.domain.route.RouteSentence;
import dev.switchyard.domain.route.StartedFrom;
import dev.switchyard.ui.component.Card;
import dev.switchyard.ui.component.SegmentedControl;
import dev.switchyard.ui.component.WrappedLabel;
import dev.switchyard.ui.text.Texts;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Why requests go where they go: the sentence, how it is from other ways of starting, what each
/// key is set to and by whom, and what a model's name would do.
final class WhyCard extends Card {
  private final WhyViewModel model;
  private final Texts texts;
  private final VBox sentences = new VBox();
  private final WhyGrid grid;
  private final VBox answer = new VBox();

  WhyCard(WhyViewModel model, Places places, Texts texts) {
    super(texts.text("projects.why"));
    this.model = model;
    this.texts = texts;
    this.grid = new WhyGrid(places, texts);
    getStyleClass().add("why-card");
    sentences.getStyleClass().add("why-sentences");
    answer.getStyleClass().add("why-sentences");
    var content = new VBox(sentences, ways(), grid, question(), answer);
    content.getStyleClass().add("column");
    getChildren().add(content);
    model.routeProperty().subscribe(this::show);
    model.differencesProperty().subscribe(_ -> tell());
    model.answerProperty().subscribe(this::answer);
  }

  private void show(Optional<EffectiveRoute> route) {
    tell();
    grid.show(route);
  }

  private void tell() {
    sentences.getChildren().clear();
    model
        .routeProperty()
        .get()
        .ifPresent(route -> {
          var headline = new WrappedLabel(texts.text(RouteSentence.of(route)), "headline");
          sentences.getChildren().add(headline);
          for (var difference : model.differencesProperty().get()) {
            sentences.getChildren().add(new WrappedLabel(texts.text(difference), "warning"));
          }
        });
  }

  /// The choice, or a way to it where it would show the same three times.
  private Node ways() {
    var choice =
        new SegmentedControl<>(
            texts.text("projects.why.ways"),
            List.of(StartedFrom.values()),
            way -> texts.text("projects.why.way." + way.wireName()));
    choice.valueProperty().bind(model.fromProperty());
    choice.setOnRequest(model::startFrom);
    var again = new Hyperlink(texts.text("projects.why.ask-again"));
    again.setTooltip(new Tooltip(texts.text("projects.why.ask-again-means")));
    again.setOnAction(_ -> model.askAgain());
    var offered = new HBox(choice, again);
    offered.getStyleClass().add("why-ways");
    var offer = new Hyperlink(texts.text("projects.why.offer"));
    offer.setOnAction(_ -> model.offerWays());
    var box = new VBox();
    model
        .choosingProperty()
        .subscribe(choosing -> box.getChildren().setAll(choosing ? offered : offer));
    return box;
  }

  private Node question() {
    var label = new Label("/model");
    label.getStyleClass().add("monospace");
    label.setMinWidth(Region.USE_PREF_SIZE);
    var name = new TextField();
    name.setPromptText(texts.text("projects.why.model-prompt"));
    name.setAccessibleText(texts.text("projects.why.model-question"));
    name.setOnAction(_ -> model.ask(name.getText()));
    HBox.setHgrow(name, Priority.ALWAYS);
    name.setMaxWidth(260);
    var ask = new Button(texts.text("projects.why.model-ask"));
    ask.setMinWidth(Region.USE_PREF_SIZE);
    ask.setOnAction(_ -> model.ask(name.getText()));
    var box = new HBox(label, name, ask);
    box.getStyleClass().add("why-ways");
    return box;
  }

  private void answer(List<Message> said) {
    answer.getChildren().setAll(said.stream().map(texts::text).map(WrappedLabel::new).toList());
    answer.setManaged(!said.isEmpty());
  }
}
