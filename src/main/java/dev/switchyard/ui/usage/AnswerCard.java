package dev.switchyard.ui.usage;

import dev.switchyard.domain.usage.SavingsAnswer;
import dev.switchyard.ui.component.Card;
import dev.switchyard.ui.component.Figure;
import dev.switchyard.ui.text.Texts;
import java.util.ArrayList;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// "Does this save money?", answered with the person's own figures, and what the answer takes for
/// granted.
final class AnswerCard extends Card {
  private final Texts texts;
  private final VBox body = new VBox();

  AnswerCard(UsageViewModel model, Texts texts) {
    super(texts.text("usage.answer"));
    this.texts = texts;
    body.getStyleClass().add("column");
    getChildren().add(body);
    model.shownProperty().subscribe(this::show);
  }

  private void show(Optional<SavingsAnswer> said) {
    var lines = new ArrayList<Node>();
    if (said.isEmpty()) {
      lines.add(Figure.caption(texts.text("usage.answer.not-yet")));
    }
    said.ifPresent(one -> {
      var answer = new Label(texts.text(one.text()));
      answer.setWrapText(true);
      answer.setMinHeight(Region.USE_PREF_SIZE);
      answer.getStyleClass().add("answer");
      lines.add(answer);
      one.assumptions().forEach(each -> lines.add(Figure.caption(texts.text(each))));
      one.usage()
          .reasons()
          .forEach((reason, tally) ->
              lines.add(Figure.caption(texts.text("usage.not-known", tally.requests(), reason))));
      if (one.usage().unreadable() > 0) {
        lines.add(Figure.caption(texts.text("usage.unreadable", one.usage().unreadable())));
      }
    });
    body.getChildren().setAll(lines);
  }
}
