package dev.switchyard.ui.projects;

import dev.switchyard.ui.component.WrappedLabel;
import dev.switchyard.ui.text.Texts;
import java.nio.file.Path;
import javafx.scene.control.Tooltip;
import javafx.util.Subscription;

/// Says on a project's row that its contexts do not agree; not there while they do.
final class ContextBadge extends WrappedLabel {
  private Subscription subscription = Subscription.EMPTY;

  ContextBadge(ContextViewModel model, Path folder, Texts texts) {
    super(texts.text("context.badge"), "differs", "warning");
    managedProperty().bind(visibleProperty());
    // A row lives until the list is drawn anew; the model lives longer.
    sceneProperty()
        .subscribe(scene -> {
          subscription.unsubscribe();
          subscription =
              scene == null
                  ? Subscription.EMPTY
                  : model.contractsProperty().subscribe(_ -> show(model, folder, texts));
        });
    show(model, folder, texts);
  }

  private void show(ContextViewModel model, Path folder, Texts texts) {
    var alarm = model.alarm(folder).map(texts::text);
    setVisible(alarm.isPresent());
    setTooltip(alarm.map(Tooltip::new).orElse(null));
  }
}
