package dev.switchyard.ui.settings;

import dev.switchyard.ui.component.Card;
import dev.switchyard.ui.component.Figure;
import dev.switchyard.ui.text.Texts;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;

/// The card of what was learned from loads.
final class LearnedCard {
  private final LearnedViewModel model;
  private final Texts texts;

  LearnedCard(LearnedViewModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
  }

  Node node() {
    var count = new Label();
    var forget = new Button(texts.text("settings.learned.forget"));
    forget.setOnAction(_ -> model.forget());
    model
        .countProperty()
        .subscribe(now -> {
          count.setText(texts.text("settings.learned.count", now.intValue()));
          forget.setDisable(now.intValue() == 0);
        });
    return new Card(
        texts.text("settings.learned"),
        count,
        Figure.caption(texts.text("settings.learned.hint")),
        forget);
  }
}
