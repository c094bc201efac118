package dev.switchyard.ui.launch;

import dev.switchyard.domain.Message;
import dev.switchyard.ui.component.Tone;
import dev.switchyard.ui.text.Texts;
import java.util.List;
import java.util.Optional;
import javafx.beans.Observable;
import javafx.scene.control.ComboBox;

/// The one-off on the local server, in a project that is routed elsewhere.
final class LocalOnceForm {
  private final OneOffViewModel model;
  private final Texts texts;
  private final ComboBox<String> name = new ComboBox<>();
  private final OneOffForm form;

  LocalOnceForm(LaunchViewModel launch, Texts texts, Runnable onClose) {
    this.model = launch.oneOff();
    this.texts = texts;
    form =
        new OneOffForm(
            texts,
            texts.text("launch.local.title"),
            texts.text("launch.local.what"),
            name,
            List.of(),
            launch.busyProperty().or(name.valueProperty().isNull()),
            new OneOffForm.Actions(model::localOnce, model::copyLocalOnce, onClose));
    name.setMinWidth(240);
    model.models().addListener((Observable _) -> offer(model.models()));
    model.noModelsProperty().subscribe(this::explain);
  }

  OneOffForm node() {
    return form;
  }

  void open() {
    model.findModels();
    form.open();
  }

  /// What was chosen before stays chosen.
  private void offer(List<String> names) {
    var chosen = name.getValue();
    name.getItems().setAll(names);
    if (names.contains(chosen)) {
      name.setValue(chosen);
    } else {
      name.getSelectionModel().selectFirst();
    }
  }

  private void explain(Optional<Message> none) {
    none.ifPresentOrElse(
        text -> form.modelRow().message().show(Tone.WARNING, texts.text(text)),
        () -> form.modelRow().message().clear());
  }
}
