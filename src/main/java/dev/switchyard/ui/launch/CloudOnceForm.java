package dev.switchyard.ui.launch;

import dev.switchyard.domain.route.EffectiveRoute.Problem;
import dev.switchyard.domain.route.EffectiveRoute.Severity;
import dev.switchyard.ui.component.InlineMessage;
import dev.switchyard.ui.component.Tone;
import dev.switchyard.ui.text.Texts;
import java.util.List;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.VBox;

/// One task in the cloud from a project that is routed elsewhere, and why the guide's own command
/// for it does not work.
final class CloudOnceForm {
  private final OneOffForm form;
  private final OneOffViewModel model;
  private final Texts texts;
  private final VBox remarks = new VBox();

  CloudOnceForm(LaunchViewModel launch, Texts texts, Runnable onClose) {
    this.model = launch.oneOff();
    this.texts = texts;
    var name = new ComboBox<String>();
    name.getItems().setAll("sonnet", "opus", "haiku");
    name.getSelectionModel().selectFirst();
    name.setEditable(true);
    remarks.getStyleClass().add("column");
    remarks.managedProperty().bind(Bindings.isNotEmpty(remarks.getChildren()));
    model.cloudRemarks().addListener((Observable _) -> show(model.cloudRemarks()));
    form =
        new OneOffForm(
            texts,
            texts.text("launch.cloud.title"),
            texts.text("launch.cloud.what"),
            name,
            List.of(remarks),
            Bindings.createBooleanBinding(
                () -> launch.busyProperty().get() || isForbidden(),
                launch.busyProperty(),
                model.cloudRemarks()),
            new OneOffForm.Actions(model::cloudOnce, model::copyCloudOnce, onClose));
  }

  OneOffForm node() {
    return form;
  }

  void open() {
    model.explainCloud();
    form.open();
  }

  private boolean isForbidden() {
    return model.cloudRemarks().stream().anyMatch(one -> one.severity() == Severity.ERROR);
  }

  private void show(List<Problem> found) {
    remarks.getChildren().setAll(found.stream().map(this::message).toList());
  }

  private InlineMessage message(Problem remark) {
    var tone = remark.severity() == Severity.INFO ? Tone.NEUTRAL : Tone.WARNING;
    return new InlineMessage(tone, texts.text(remark.text()));
  }
}
