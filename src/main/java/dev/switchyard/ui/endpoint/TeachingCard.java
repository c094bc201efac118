package dev.switchyard.ui.endpoint;

import dev.switchyard.ui.component.Card;
import dev.switchyard.ui.component.WrappedLabel;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// What an endpoint is, for who has named none yet.
final class TeachingCard extends Card {
  private final EndpointTexts texts;

  TeachingCard(EndpointTexts texts) {
    super(texts.text("endpoints.teach"));
    this.texts = texts;
    getChildren()
        .addAll(
            new WrappedLabel(texts.text("endpoints.teach.what")),
            example("endpoints.teach.box", "endpoints.teach.box.how", Feather.CPU),
            example("endpoints.teach.llama", "endpoints.teach.llama.how", Feather.MONITOR),
            example("endpoints.teach.gateway", "endpoints.teach.gateway.how", Feather.USERS));
  }

  private HBox example(String key, String how, Ikon icon) {
    var words =
        new VBox(
            new WrappedLabel(texts.text(key), "strong"),
            new WrappedLabel(texts.text(how), "muted"));
    var line = new HBox(new FontIcon(icon), words);
    line.getStyleClass().add("endpoint-example");
    return line;
  }
}
