package dev.switchyard.ui.endpoint;

import dev.switchyard.domain.endpoint.detect.Detection;
import dev.switchyard.ui.component.FormRow;
import dev.switchyard.ui.component.InlineMessage;
import dev.switchyard.ui.component.Tone;
import dev.switchyard.ui.component.Waiting;
import dev.switchyard.ui.component.WrappedLabel;
import dev.switchyard.ui.endpoint.AddressModel.Asking;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Where an address is typed, what it will be, and what answers there.
final class AddressRow {
  private final EndpointTexts texts;
  private final TextField field = new TextField();
  private final FormRow row;
  private final VBox notes = new VBox();
  private final VBox answer = new VBox();
  private final VBox below = new VBox(notes, answer);

  AddressRow(FormViewModel form, EndpointTexts texts) {
    this.texts = texts;
    var model = form.address();
    field.setPromptText(texts.text("endpoints.form.address.example"));
    field.setAccessibleText(texts.text("endpoints.column.address"));
    field.textProperty().bindBidirectional(model.textProperty());
    field.setOnAction(_ -> form.detect());
    HBox.setHgrow(field, Priority.ALWAYS);
    var detect = new Button(texts.text("endpoints.form.detect"), new FontIcon(Feather.SEARCH));
    detect.setMinWidth(Region.USE_PREF_SIZE);
    detect.setOnAction(_ -> form.detect());
    row =
        new FormRow(
            texts.text("endpoints.column.address"),
            FormCard.line(field, detect),
            texts.text("endpoints.form.address"));
    for (var part : List.of(notes, answer, below)) {
      part.getStyleClass().add("column");
      part.managedProperty().bind(part.visibleProperty());
    }
    notes.visibleProperty().bind(Bindings.isNotEmpty(notes.getChildren()));
    answer.visibleProperty().bind(Bindings.isNotEmpty(answer.getChildren()));
    below.visibleProperty().bind(notes.visibleProperty().or(answer.visibleProperty()));
    model.notesProperty().subscribe(this::show);
    model.askingProperty().subscribe(this::show);
  }

  FormRow row() {
    return row;
  }

  /// What is to be said about the address.
  Node below() {
    return below;
  }

  void focus() {
    field.requestFocus();
    field.end();
  }

  private void show(List<AddressModel.Note> said) {
    notes
        .getChildren()
        .setAll(
            said.stream()
                .map(note ->
                    new InlineMessage(
                        note.warning() ? Tone.WARNING : Tone.ACCENT, texts.text(note.text())))
                .toList());
  }

  private void show(Asking asking) {
    answer
        .getChildren()
        .setAll(
            switch (asking) {
              case Asking.None _ -> List.<Node>of();
              case Asking.Waiting _ ->
                  List.of(new Waiting(texts.texts(), texts.text("endpoints.form.asking")));
              case Asking.Answered(var detection) -> answered(detection);
              case Asking.Failed(var reason) ->
                  List.of(new InlineMessage(Tone.DANGER, texts.text(reason)));
            });
  }

  private List<Node> answered(Detection found) {
    var headline =
        new InlineMessage(
            found.certainty() == Detection.Certainty.CERTAIN ? Tone.SUCCESS : Tone.WARNING,
            texts.text(found.headline())
                + " "
                + texts.text("endpoints.certainty." + found.certainty().id()));
    var signs = new VBox();
    signs.getStyleClass().add("column");
    found.evidence().forEach(sign -> signs.getChildren().add(line(texts.text(sign))));
    signs.getChildren().add(line(texts.text(found.aboutMessages())));
    if (found.asksForToken()) {
      signs.getChildren().add(line(texts.text("endpoint.detected.wants-token")));
    }
    var evidence = new TitledPane(texts.text("endpoints.form.evidence"), signs);
    evidence.setAnimated(false);
    evidence.setExpanded(found.certainty() != Detection.Certainty.CERTAIN);
    evidence.getStyleClass().add("endpoint-evidence");
    return List.of(headline, evidence);
  }

  private static WrappedLabel line(String text) {
    return new WrappedLabel(text, "muted");
  }
}
