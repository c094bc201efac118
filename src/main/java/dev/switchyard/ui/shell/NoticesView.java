package dev.switchyard.ui.shell;

import dev.switchyard.ui.component.InlineMessage;
import dev.switchyard.ui.component.Tone;
import dev.switchyard.ui.text.Texts;
import java.util.ArrayList;
import javafx.animation.PauseTransition;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The notices at the window's lower right corner; clicks beside them reach what is below.
final class NoticesView extends VBox {
  private static final Duration READING_TIME = Duration.seconds(6);

  private final NoticesViewModel model;
  private final Texts texts;

  NoticesView(NoticesViewModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
    getStyleClass().add("sy-notices");
    setPickOnBounds(false);
    model.keepWhatWentWrong();
    model.notices().addListener(this::changed);
    model.notices().forEach(this::add);
  }

  private void add(NoticesViewModel.Notice notice) {
    getChildren().add(node(notice));
  }

  private void changed(ListChangeListener.Change<? extends NoticesViewModel.Notice> change) {
    while (change.next()) {
      getChildren().removeIf(node -> change.getRemoved().contains(node.getUserData()));
      change.getAddedSubList().forEach(this::add);
    }
  }

  private Node node(NoticesViewModel.Notice notice) {
    var actions = new ArrayList<Node>();
    notice
        .action()
        .ifPresent(action ->
            actions.add(
                InlineMessage.action(
                    texts.text(action.label()),
                    () -> {
                      model.dismiss(notice);
                      action.run().run();
                    })));
    actions.add(dismissButton(notice));
    var tone =
        switch (notice.kind()) {
          case INFO -> Tone.NEUTRAL;
          case SUCCESS -> Tone.SUCCESS;
          case WARNING -> Tone.WARNING;
          case ERROR -> Tone.DANGER;
        };
    var node = new InlineMessage(tone, texts.text(notice.text()), actions.toArray(Node[]::new));
    node.setUserData(notice);
    if (!notice.staysUp()) {
      var goes = new PauseTransition(READING_TIME);
      goes.setOnFinished(_ -> model.dismiss(notice));
      goes.play();
    }
    return node;
  }

  private Button dismissButton(NoticesViewModel.Notice notice) {
    var button = new Button("", new FontIcon(Feather.X));
    button.getStyleClass().addAll("flat", "small");
    button.setAccessibleText(texts.text("shell.notice.dismiss"));
    button.setOnAction(_ -> model.dismiss(notice));
    return button;
  }
}
