package dev.switchyard.ui.endpoint;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Has all endpoints tested, and the test stopped.
final class TestBar extends HBox {
  TestBar(EndpointsViewModel model, EndpointTexts texts) {
    var health = model.health();
    var test = new Button(texts.text("endpoints.test.all"), new FontIcon(Feather.ACTIVITY));
    test.setOnAction(_ -> model.testAll());
    test.visibleProperty().bind(health.runningProperty().not());
    var stop = new Button(texts.text("endpoints.test.stop"), new FontIcon(Feather.SQUARE));
    stop.setOnAction(_ -> health.stop());
    stop.visibleProperty().bind(health.runningProperty());
    for (var button : List.of(test, stop)) {
      button.setMinWidth(Region.USE_PREF_SIZE);
      button.managedProperty().bind(button.visibleProperty());
    }
    var firstToken = new CheckBox(texts.text("endpoints.test.first-token"));
    firstToken.setMinWidth(Region.USE_PREF_SIZE);
    firstToken.setTooltip(new Tooltip(texts.text("endpoints.test.first-token.means")));
    firstToken.selectedProperty().bindBidirectional(health.firstTokenProperty());
    firstToken.disableProperty().bind(health.runningProperty());
    getStyleClass().add("row");
    getChildren().setAll(test, stop, firstToken);
  }
}
