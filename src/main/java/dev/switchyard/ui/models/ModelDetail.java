package dev.switchyard.ui.models;

import dev.switchyard.domain.capability.ModelReadiness;
import dev.switchyard.domain.model.DeleteModel;
import dev.switchyard.domain.model.ModelName;
import dev.switchyard.ui.capability.ReadinessBadge;
import dev.switchyard.ui.component.InlineMessage;
import dev.switchyard.ui.component.Keys;
import dev.switchyard.ui.component.Primary;
import dev.switchyard.ui.component.StateDot;
import dev.switchyard.ui.component.Tone;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Below the table: what the selected model is good for, what can be done with it, and the
/// questions that this raises.
final class ModelDetail extends VBox {
  private final ModelsViewModel model;
  private final ModelTexts texts;
  private final Label sentence = new Label();
  private final HBox verdict = new HBox();
  private final FlowPane buttons = new FlowPane();
  private final VBox question = new VBox();

  ModelDetail(ModelsViewModel model, ModelTexts texts) {
    this.model = model;
    this.texts = texts;
    sentence.setWrapText(true);
    sentence.setMinHeight(Region.USE_PREF_SIZE);
    verdict.getStyleClass().add("row");
    HBox.setHgrow(sentence, Priority.ALWAYS);
    sentence.setMaxWidth(Double.MAX_VALUE);
    buttons.getStyleClass().add("buttons");
    question.getStyleClass().add("column");
    getStyleClass().add("sy-model-detail");
    Keys.onEscape(question, model.actions()::dismiss);
    getChildren().setAll(verdict, buttons, question);
    model.selectedProperty().subscribe(this::showSelected);
    model.actions().stateProperty().subscribe(this::showState);
  }

  private void showSelected(Optional<ModelRow> selected) {
    if (selected.isEmpty()) {
      sentence.setText(texts.text("models.detail.none"));
      sentence.getStyleClass().setAll("label", "muted");
      verdict.getChildren().setAll(sentence);
      buttons.getChildren().clear();
      return;
    }
    var row = selected.get();
    sentence.setText(
        texts.text("models.detail", row.name().shortText(), texts.text(row.readiness().reason())));
    sentence.getStyleClass().setAll("label");
    var sign = ReadinessBadge.sign(row.readiness().level());
    verdict.getChildren().setAll(new StateDot(sign, sentence.getText()), sentence);
    buttons.getChildren().setAll(buttons(row));
  }

  private List<Node> buttons(ModelRow row) {
    var all = new ArrayList<Node>();
    if (!row.model().isCloud()) {
      var build = button("models.action.build", model::buildVariant);
      if (row.readiness().level() == ModelReadiness.Level.NEEDS_VARIANT) {
        Primary.markWhile(build, model.pull().nameProperty().map(String::isBlank));
      }
      all.add(build);
      all.add(probe(row));
      all.add(button("models.action.load", () -> model.actions().load(row.name())));
      if (row.loaded().isPresent()) {
        all.add(button("models.action.unload", () -> model.actions().unload(row.name())));
      }
    }
    all.add(button("models.action.copy", () -> model.actions().askForCopysName(row.name())));
    all.add(button("models.action.delete", () -> model.actions().askToDelete(row.name())));
    return all;
  }

  private Button probe(ModelRow row) {
    var probe = button("models.action.probe", model::probe);
    if (row.readiness().level() == ModelReadiness.Level.EXPECTED) {
      Primary.markWhile(probe, model.pull().nameProperty().map(String::isBlank));
    }
    return probe;
  }

  private void showState(ModelActionsViewModel.State state) {
    buttons.setDisable(state instanceof ModelActionsViewModel.State.Working);
    switch (state) {
      case ModelActionsViewModel.State.Idle _ -> question.getChildren().clear();
      case ModelActionsViewModel.State.Working(var what, var cancellable, var before) ->
          question.getChildren().setAll(working(texts.text(what), cancellable, before));
      case ModelActionsViewModel.State.Failed(var text) ->
          question
              .getChildren()
              .setAll(
                  new InlineMessage(
                      Tone.DANGER, texts.text(text), dismissButton("models.action.close")));
      case ModelActionsViewModel.State.AskingToDelete(var effect) ->
          question.getChildren().setAll(deletion(effect));
      case ModelActionsViewModel.State.AskingForName(var source, var text, var problem) ->
          askForName(source, text, problem.map(texts::text));
    }
  }

  private Node working(String what, boolean cancellable, Duration before) {
    var waiting = texts.waiting(what, before);
    return cancellable
        ? waiting.stoppedBy(texts.text("models.action.cancel"), model.actions()::cancel)
        : waiting;
  }

  private Node deletion(DeleteModel.Effect effect) {
    var text = new StringBuilder(texts.text("models.delete.ask", effect.name().shortText()));
    if (!effect.projects().isEmpty()) {
      var projects = effect.projects().stream().map(Object::toString).toList();
      text.append(' ')
          .append(
              texts.text("models.delete.projects", projects.size(), String.join(", ", projects)));
    }
    if (!effect.variants().isEmpty()) {
      var variants = effect.variants().stream().map(ModelName::shortText).toList();
      text.append(' ')
          .append(
              texts.text("models.delete.variants", variants.size(), String.join(", ", variants)));
    }
    var delete =
        InlineMessage.action(texts.text("models.action.delete-now"), model.actions()::delete);
    delete.getStyleClass().add("danger");
    var tone = effect.projects().isEmpty() ? Tone.NEUTRAL : Tone.WARNING;
    return new InlineMessage(tone, text.toString(), delete, dismissButton("models.action.keep"));
  }

  private void askForName(ModelName source, String text, Optional<String> problem) {
    var field = new TextField(text);
    field.setPromptText(texts.text("models.copy.name"));
    field.setAccessibleText(texts.text("models.copy.name"));
    field.setPrefColumnCount(28);
    field.setOnAction(_ -> model.actions().copyTo(field.getText()));
    var copy =
        InlineMessage.action(
            texts.text("models.action.copy-now"), () -> model.actions().copyTo(field.getText()));
    var row =
        new HBox(
            new Label(texts.text("models.copy.ask", source.shortText())),
            field,
            copy,
            dismissButton("models.action.cancel"));
    row.getStyleClass().add("row");
    question.getChildren().setAll(row);
    problem.ifPresent(why -> question.getChildren().add(new InlineMessage(Tone.DANGER, why)));
    field.requestFocus();
    field.selectAll();
  }

  private Button dismissButton(String key) {
    return InlineMessage.action(texts.text(key), model.actions()::dismiss);
  }

  private Button button(String key, Runnable action) {
    var button = new Button(texts.text(key));
    button.setOnAction(_ -> action.run());
    return button;
  }
}
