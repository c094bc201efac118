package dev.switchyard.ui.modelfile;

import dev.switchyard.ui.text.Texts;
import java.util.function.Consumer;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The editor on the left, memory and form on the right, what to do with it below.
final class ModelfileView extends BorderPane {
  ModelfileView(ModelfileViewModel model, Texts texts, Consumer<String> onPull) {
    var form = new VBox(new ContextCard(model, texts), new ParametersCard(model, texts, onPull));
    form.getStyleClass().add("form");
    var scroll = new ScrollPane(form);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    var right = new VBox(scroll, new ActionBar(model, texts));
    right.getStyleClass().add("side");
    VBox.setVgrow(scroll, Priority.ALWAYS);
    var left = new EditorCard(model, texts);
    HBox.setHgrow(left, Priority.ALWAYS);
    var columns = new HBox(left, right);
    columns.getStyleClass().add("columns");
    setTop(new DocumentBar(model, texts));
    setCenter(columns);
    getStyleClass().addAll("screen", "modelfile");
  }
}
