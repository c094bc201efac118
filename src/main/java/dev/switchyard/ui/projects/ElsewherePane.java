package dev.switchyard.ui.projects;

import dev.switchyard.domain.route.watch.RouteNews;
import dev.switchyard.ui.component.Card;
import dev.switchyard.ui.component.Keys;
import dev.switchyard.ui.component.Primary;
import dev.switchyard.ui.component.WrappedLabel;
import dev.switchyard.ui.text.Texts;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// What somebody else changed: what it means, the way back, and the difference. Not there while
/// nobody looks at one.
final class ElsewherePane extends Card {
  private final ElsewhereViewModel model;
  private final Places places;
  private final Texts texts;
  private final VBox content = new VBox();

  ElsewherePane(ElsewhereViewModel model, Places places, Texts texts) {
    super(texts.text("watch.title"));
    this.model = model;
    this.places = places;
    this.texts = texts;
    content.getStyleClass().add("column");
    getStyleClass().addAll("change-pane", "elsewhere-pane");
    getChildren().add(content);
    managedProperty().bind(visibleProperty());
    Keys.onEscape(this, model::dismiss);
    model
        .shownProperty()
        .subscribe(news -> {
          setVisible(news.isPresent());
          content.getChildren().clear();
          news.ifPresent(this::show);
        });
  }

  private void show(RouteNews news) {
    content.getChildren().addAll(new WrappedLabel(texts.text(news.text())), buttons());
    news.files()
        .forEach(file ->
            content.getChildren().add(new FileDifference(file, "watch.file.", places, texts)));
  }

  private HBox buttons() {
    var keep = new Button(texts.text("watch.keep"));
    keep.setOnAction(_ -> model.dismiss());
    var buttons = new HBox();
    buttons.getStyleClass().add("row");
    if (model.canPutBack()) {
      var back = new Button(texts.text("watch.put-back"));
      Primary.mark(back);
      back.setOnAction(_ -> model.putBack());
      buttons.getChildren().add(back);
    }
    buttons.getChildren().add(keep);
    return buttons;
  }
}
