package dev.switchyard.ui.launch;

import dev.switchyard.domain.launch.shell.Shell;
import dev.switchyard.ui.component.InlineMessage;
import dev.switchyard.ui.component.Tone;
import dev.switchyard.ui.text.Texts;
import java.util.List;
import javafx.scene.control.ComboBox;

/// One task in the cloud from a project that is routed elsewhere, and why the guide's own command
/// for it does not work.
final class CloudOnceForm {
  private final OneOffForm form;
  private final OneOffViewModel model;

  CloudOnceForm(LaunchViewModel launch, Texts texts, Runnable onClose) {
    this.model = launch.oneOff();
    var name = new ComboBox<String>();
    name.getItems().setAll("sonnet", "opus", "haiku");
    name.getSelectionModel().selectFirst();
    name.setEditable(true);
    form =
        new OneOffForm(
            texts,
            texts.text("launch.cloud.title"),
            texts.text("launch.cloud.what"),
            name,
            List.of(new InlineMessage(Tone.NEUTRAL, texts.text("launch.cloud.guide"))),
            launch.busyProperty(),
            actions(onClose));
  }

  OneOffForm node() {
    return form;
  }

  void open() {
    form.open();
  }

  private OneOffForm.Actions actions(Runnable onClose) {
    return new OneOffForm.Actions() {
      @Override
      public void run(String name, String prompt) {
        model.cloudOnce(name, prompt);
      }

      @Override
      public void copy(String name, String prompt, Shell shell) {
        model.copyCloudOnce(name, prompt, shell);
      }

      @Override
      public void close() {
        onClose.run();
      }
    };
  }
}
