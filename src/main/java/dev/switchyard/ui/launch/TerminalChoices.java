package dev.switchyard.ui.launch;

import dev.switchyard.domain.preference.Preferences;
import dev.switchyard.ui.component.FormRow;
import dev.switchyard.ui.component.Tone;
import dev.switchyard.ui.launch.TerminalViewModel.Choice;
import dev.switchyard.ui.text.Texts;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/// The rows of the settings that choose a terminal.
public final class TerminalChoices extends VBox {
  private static final double GAP = 8;

  private final TerminalViewModel model;
  private final Texts texts;
  private final ComboBox<Choice> box = new ComboBox<>();

  public TerminalChoices(TerminalViewModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
    var test = new Button(texts.text("launch.terminal.test"));
    test.setOnAction(_ -> model.test());
    test.setMinWidth(USE_PREF_SIZE);
    // Below each other where the window is narrow.
    var line = new FlowPane(GAP, GAP, choice(), test);
    var row = new FormRow(texts.text("launch.terminal"), line, texts.text("launch.terminal.hint"));
    model
        .noteProperty()
        .subscribe(note -> {
          row.message().clear();
          note.ifPresent(said ->
              row.message()
                  .show(said.problem() ? Tone.DANGER : Tone.SUCCESS, texts.text(said.text())));
        });
    getStyleClass().add("column");
    getChildren().setAll(row, custom());
    model.find();
  }

  private Node choice() {
    box.setAccessibleText(texts.text("launch.terminal"));
    box.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(Choice choice) {
            return choice == null ? "" : texts.text(choice.name());
          }

          @Override
          public Choice fromString(String text) {
            throw new UnsupportedOperationException("the box is not editable");
          }
        });
    fill();
    model.choices().addListener((ListChangeListener<Choice>) _ -> fill());
    box.setOnAction(_ -> {
      var chosen = box.getValue();
      if (chosen != null && !chosen.id().equals(model.chosen().id())) {
        model.choose(chosen);
      }
    });
    return box;
  }

  private void fill() {
    box.getItems().setAll(model.choices());
    box.setValue(model.chosen());
  }

  private Node custom() {
    var field = new TextField(model.preferencesProperty().get().customTerminal());
    field.setPromptText(texts.text("launch.terminal.custom.example"));
    field.getStyleClass().add("monospace");
    field.setOnAction(_ -> model.setCustom(field.getText()));
    field
        .focusedProperty()
        .addListener((_, _, focused) -> {
          if (!focused) {
            model.setCustom(field.getText());
          }
        });
    var row =
        new FormRow(
            texts.text("launch.terminal.command"),
            field,
            texts.text("launch.terminal.command.hint"));
    row.managedProperty().bind(row.visibleProperty());
    model.preferencesProperty().subscribe((Preferences _) -> row.setVisible(model.isCustom()));
    return row;
  }
}
