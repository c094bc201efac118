package dev.switchyard.ui.launch;

import dev.switchyard.domain.launch.shell.Shell;
import dev.switchyard.domain.launch.shell.Shells;
import dev.switchyard.ui.component.Card;
import dev.switchyard.ui.component.Figure;
import dev.switchyard.ui.component.FormRow;
import dev.switchyard.ui.component.Keys;
import dev.switchyard.ui.component.Primary;
import dev.switchyard.ui.text.Texts;
import java.util.List;
import java.util.function.BiConsumer;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// One run with another server than the project's: a model, a task, and what to do with them.
final class OneOffForm extends Card {
  private final Texts texts;
  private final FormRow modelRow;
  private final ComboBox<String> name;
  private final TextArea prompt = new TextArea();

  /// What the buttons do, with the model and the task.
  record Actions(BiConsumer<String, String> run, Copy copy, Runnable close) {}

  /// Copies the command for a shell.
  interface Copy {
    void copy(String model, String prompt, Shell shell);
  }

  /// @param name offers the models
  /// @param what explains the run
  /// @param remarks what else is to be said, above the buttons
  /// @param unready while nothing can be run
  OneOffForm(
      Texts texts,
      String title,
      String what,
      ComboBox<String> name,
      List<? extends Node> remarks,
      ObservableBooleanValue unready,
      Actions actions) {
    super(title);
    this.texts = texts;
    this.name = name;
    modelRow = new FormRow(texts.text("launch.once.model"), name, "");
    prompt.setPromptText(texts.text("launch.once.prompt.example"));
    prompt.setPrefRowCount(2);
    prompt.setWrapText(true);
    Keys.tabLeaves(prompt);
    var task =
        new FormRow(
            texts.text("launch.once.prompt"), prompt, texts.text("launch.once.prompt.hint"));
    var caption = Figure.caption(what);
    caption.setMinHeight(Region.USE_PREF_SIZE);
    getChildren().addAll(caption, modelRow, task);
    getChildren().addAll(remarks);
    getChildren().add(buttons(unready, actions));
    managedProperty().bind(visibleProperty());
    setVisible(false);
    Keys.onEscape(this, actions.close());
  }

  /// The row of the model, for what is to be said about it.
  FormRow modelRow() {
    return modelRow;
  }

  void open() {
    setVisible(true);
    prompt.requestFocus();
  }

  private HBox buttons(ObservableBooleanValue unready, Actions actions) {
    var run = new Button(texts.text("launch.once.run"));
    Primary.mark(run);
    run.setOnAction(_ -> actions.run().accept(name.getValue(), prompt.getText()));
    run.disableProperty().bind(unready);
    var copy = new MenuButton(texts.text("launch.copy"));
    copy.disableProperty().bind(unready);
    for (var shell : Shells.ALL) {
      var item = new MenuItem(shell.displayName());
      item.setOnAction(_ -> actions.copy().copy(name.getValue(), prompt.getText(), shell));
      copy.getItems().add(item);
    }
    var close = new Button(texts.text("launch.cancel"));
    close.setOnAction(_ -> actions.close().run());
    var row = new HBox(run, copy, close);
    row.getChildren().forEach(button -> ((Region) button).setMinWidth(Region.USE_PREF_SIZE));
    row.getStyleClass().add("row");
    return row;
  }
}
