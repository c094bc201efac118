package dev.switchyard.ui.launch;

import dev.switchyard.domain.launch.shell.Shells;
import dev.switchyard.ui.component.Card;
import dev.switchyard.ui.component.Figure;
import dev.switchyard.ui.component.FormRow;
import dev.switchyard.ui.component.InlineMessage;
import dev.switchyard.ui.component.Tone;
import dev.switchyard.ui.text.Texts;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;

/// One task in the cloud from a project that is routed elsewhere, and why the guide's own command
/// for it does not work.
final class CloudOnceForm extends Card {
  private final LaunchViewModel model;
  private final Texts texts;
  private final ComboBox<String> name = new ComboBox<>();
  private final TextArea prompt = new TextArea();

  CloudOnceForm(LaunchViewModel model, Texts texts, Runnable onClose) {
    super(texts.text("launch.cloud.title"));
    this.model = model;
    this.texts = texts;
    name.getItems().setAll("sonnet", "opus", "haiku");
    name.getSelectionModel().selectFirst();
    name.setEditable(true);
    prompt.setPromptText(texts.text("launch.cloud.prompt.example"));
    prompt.setPrefRowCount(3);
    prompt.setWrapText(true);
    getChildren()
        .addAll(
            Figure.caption(texts.text("launch.cloud.what")),
            new FormRow(texts.text("launch.cloud.model"), name, ""),
            new FormRow(
                texts.text("launch.cloud.prompt"), prompt, texts.text("launch.cloud.prompt.hint")),
            new InlineMessage(Tone.NEUTRAL, texts.text("launch.cloud.guide")),
            buttons(onClose));
  }

  void focus() {
    prompt.requestFocus();
  }

  private HBox buttons(Runnable onClose) {
    var run = new Button(texts.text("launch.cloud.run"));
    run.getStyleClass().add("accent");
    run.setOnAction(_ -> model.cloudOnce(name.getValue(), prompt.getText()));
    run.disableProperty().bind(model.busyProperty());
    var copy = new MenuButton(texts.text("launch.copy"));
    for (var shell : Shells.ALL) {
      var item = new MenuItem(shell.displayName());
      item.setOnAction(_ -> model.copyCloudOnce(name.getValue(), prompt.getText(), shell));
      copy.getItems().add(item);
    }
    var close = new Button(texts.text("launch.cancel"));
    close.setOnAction(_ -> onClose.run());
    var row = new HBox(run, copy, close);
    row.getStyleClass().add("row");
    return row;
  }
}
