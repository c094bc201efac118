package dev.switchyard.ui.projects;

import dev.switchyard.ui.component.WrappedLabel;
import dev.switchyard.ui.text.Texts;
import java.nio.file.Path;
import java.util.Objects;
import javafx.scene.control.Tooltip;

/// Says on a project's row that its contexts do not agree; not there while they do.
final class ContextBadge extends WrappedLabel {
  ContextBadge(ContextViewModel model, Path folder, Texts texts) {
    super(texts.text("context.badge"), "differs", "warning");
    managedProperty().bind(visibleProperty());
    // A row lives until the list is drawn anew; the model lives longer.
    model
        .contractsProperty()
        .when(sceneProperty().map(Objects::nonNull))
        .subscribe(_ -> show(model, folder, texts));
  }

  private void show(ContextViewModel model, Path folder, Texts texts) {
    var alarm = model.alarm(folder).map(texts::text);
    setVisible(alarm.isPresent());
    setTooltip(alarm.map(Tooltip::new).orElse(null));
  }
}
