package dev.switchyard.ui.modelfile;

import dev.switchyard.domain.model.TransferMeter;
import dev.switchyard.domain.model.TransferProgress;
import dev.switchyard.ui.component.InlineMessage;
import dev.switchyard.ui.component.Primary;
import dev.switchyard.ui.component.ProgressRow;
import dev.switchyard.ui.component.Tone;
import dev.switchyard.ui.text.Texts;
import dev.switchyard.ui.text.TransferTexts;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Build, save, revert; a build's progress, and what came of it.
final class ActionBar extends VBox {
  private final ModelfileViewModel model;
  private final Texts texts;
  private final Button build;
  private final Button save;
  private final Button revert;
  private final ProgressRow progress;
  private final HBox buttons;
  private final InlineMessage outcome = new InlineMessage();

  ActionBar(ModelfileViewModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
    build = button("modelfile.build", model::startBuild);
    Primary.mark(build);
    build.setId("build");
    save = button("modelfile.save", model::save);
    save.setId("save");
    revert = button("modelfile.revert", model.document()::revert);
    revert.setId("revert");
    progress =
        new ProgressRow(
                texts.text("modelfile.building"),
                texts.text("modelfile.cancel"),
                model.build()::cancel)
            .counting(texts);
    buttons = new HBox(build, save, revert);
    buttons.getStyleClass().add("row");
    getStyleClass().add("actions");
    getChildren().setAll(outcome);
    managedProperty().bind(outcome.visibleProperty().or(model.build().runningProperty()));
    model.build().progressProperty().subscribe(this::showProgress);
    model.build().outcomeProperty().subscribe(this::show);
    model
        .build()
        .runningProperty()
        .subscribe(runs -> {
          progress.restart();
          // Away from the window its clock stands still.
          getChildren().setAll(runs ? List.of(outcome, progress) : List.of(outcome));
          enable();
        });
    model.build().cancellingProperty().subscribe(progress::setCancelling);
    model.document().draftProperty().subscribe(_ -> enable());
    model.document().problemsProperty().subscribe(_ -> enable());
    model.document().nameProblemsProperty().subscribe(_ -> enable());
  }

  /// The buttons themselves; what comes of them is shown here.
  HBox buttons() {
    return buttons;
  }

  private Button button(String key, Runnable run) {
    var button = new Button(texts.text(key));
    button.setOnAction(_ -> run.run());
    button.setMinWidth(USE_PREF_SIZE);
    return button;
  }

  private void enable() {
    build.setDisable(!model.canBuild());
    save.setDisable(
        !model.document().isUnsaved() || model.document().nameProperty().get().isBlank());
    revert.setDisable(!model.document().isEdited());
  }

  private void showProgress(Optional<TransferMeter.Reading> reading) {
    var now = reading.map(TransferMeter.Reading::progress);
    double ratio =
        now.filter(one -> one.totalBytes() > 0)
            .map(one -> (double) one.completedBytes() / one.totalBytes())
            .orElse(-1.0);
    var status = now.map(TransferProgress::status).orElse("");
    var amount = ratio < 0 ? "" : texts.text(TransferTexts.of(reading.orElseThrow()));
    progress.show(ratio, (status + " " + amount).strip());
  }

  private void show(Optional<BuildModel.Outcome> what) {
    what.ifPresentOrElse(
        told ->
            outcome.show(
                told.good() ? Tone.SUCCESS : Tone.DANGER,
                String.join("\n", told.texts().stream().map(texts::text).toList())),
        outcome::clear);
  }
}
