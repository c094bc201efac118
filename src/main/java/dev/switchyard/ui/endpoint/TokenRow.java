package dev.switchyard.ui.endpoint;

import dev.switchyard.ui.component.CommandField;
import dev.switchyard.ui.component.FormRow;
import dev.switchyard.ui.component.InlineMessage;
import dev.switchyard.ui.component.SegmentedControl;
import dev.switchyard.ui.component.WrappedLabel;
import dev.switchyard.ui.endpoint.TokenModel.Choice;
import java.util.List;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Where it is chosen from where a token comes, and how this system keeps one.
final class TokenRow {
  private final FormViewModel form;
  private final TokenModel model;
  private final EndpointTexts texts;
  private final FormRow row;
  private final TextField field = new TextField();
  private final WrappedLabel aboutVariable = new WrappedLabel("", "muted");
  private final CommandField store;
  private final CommandField lookup;
  private final VBox below = new VBox();

  TokenRow(FormViewModel form, EndpointTexts texts) {
    this.form = form;
    this.model = form.token();
    this.texts = texts;
    store = new CommandField(texts.text("general.copy"));
    lookup = new CommandField(texts.text("general.copy"));
    field.textProperty().bindBidirectional(model.textProperty());
    field.setOnAction(_ -> form.save());
    field.managedProperty().bind(field.visibleProperty());
    var control = new VBox(choices(), field);
    control.getStyleClass().add("column");
    row =
        new FormRow(
            texts.text("endpoints.column.token"), control, texts.text("endpoints.form.token"));
    below.getStyleClass().add("column");
    below.visibleProperty().bind(Bindings.isNotEmpty(below.getChildren()));
    below.managedProperty().bind(below.visibleProperty());
    model.choiceProperty().subscribe(this::show);
    model.textProperty().subscribe(() -> aboutVariable.setText(texts.text(model.aboutVariable())));
    form.nameProperty().subscribe(this::showKeychain);
  }

  FormRow row() {
    return row;
  }

  /// What helps with the chosen source.
  Node below() {
    return below;
  }

  private Node choices() {
    var choices =
        new SegmentedControl<>(
            texts.text("endpoints.column.token"),
            List.of(Choice.values()),
            choice -> texts.text("endpoints.token.choice." + id(choice)));
    choices.setOnRequest(model.choiceProperty()::set);
    model.choiceProperty().subscribe(choices.valueProperty()::set);
    return choices;
  }

  private static String id(Choice choice) {
    return choice.name().toLowerCase(Locale.ROOT);
  }

  private void show(Choice choice) {
    field.setVisible(choice != Choice.NONE);
    if (choice != Choice.NONE) {
      var name = texts.text("endpoints.token.field." + id(choice));
      field.setPromptText(name);
      field.setAccessibleText(name);
    }
    below
        .getChildren()
        .setAll(
            switch (choice) {
              case NONE -> List.<Node>of();
              case WORD -> List.of(new WrappedLabel(texts.text("endpoints.token.word"), "muted"));
              case VARIABLE -> {
                aboutVariable.setText(texts.text(model.aboutVariable()));
                yield List.of(aboutVariable);
              }
              case COMMAND -> keychain();
            });
  }

  private List<Node> keychain() {
    showKeychain();
    var use =
        InlineMessage.action(
            texts.text("endpoints.token.keychain.use"), () -> model.useKeychain(form.entryName()));
    HBox.setHgrow(lookup, Priority.ALWAYS);
    return List.of(
        new WrappedLabel(texts.text("endpoints.token.command"), "muted"),
        new WrappedLabel(texts.text(model.aboutKeychain()), "muted"),
        store,
        FormCard.line(lookup, use));
  }

  private void showKeychain() {
    var lines = model.keychain(form.entryName());
    store.show(lines.store());
    lookup.show(lines.lookup());
  }
}
