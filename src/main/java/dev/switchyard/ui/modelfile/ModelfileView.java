package dev.switchyard.ui.modelfile;

import dev.switchyard.ui.component.PageScroll;
import dev.switchyard.ui.component.TwoColumns;
import dev.switchyard.ui.text.Texts;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The editor on the left, memory and form on the right, what to do with it below.
final class ModelfileView {
  private static final double LEAST_EDITOR = 280;
  private static final double LEAST_HEIGHT = 240;
  private static final double LEAST_NAME = 320;
  private static final double SHARE_OF_FORM = 0.46;
  private static final double GAP = 16;

  private final PageScroll view;

  ModelfileView(ModelfileViewModel model, Texts texts, Consumer<String> onPull) {
    var form =
        new VBox(new ContextCard(model, texts, onPull), new ParametersCard(model, texts, onPull));
    form.getStyleClass().add("form");
    var scroll = new ScrollPane(form);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("side");
    scroll.setMinHeight(LEAST_HEIGHT);
    var left = new EditorCard(model, texts);
    left.setMinHeight(LEAST_HEIGHT);
    var columns = TwoColumns.growingLeft(left, scroll, LEAST_EDITOR, SHARE_OF_FORM, GAP);
    VBox.setVgrow(columns, Priority.ALWAYS);
    var actions = new ActionBar(model, texts);
    var bar =
        TwoColumns.growingLeft(
            new DocumentBar(model, texts), actions.buttons(), LEAST_NAME, 0, GAP);
    var page = new VBox(bar, actions, columns);
    page.getStyleClass().add("modelfile");
    view = new PageScroll(page);
  }

  Node node() {
    return view;
  }
}
