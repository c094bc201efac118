package dev.switchyard.ui.session;

import dev.switchyard.ui.component.WrappedLabel;
import dev.switchyard.ui.text.Texts;
import java.nio.file.Path;
import java.util.Objects;
import javafx.css.PseudoClass;

/// How many sessions run in a project, on its row; not there while there is none.
public final class SessionBadge extends WrappedLabel {
  private static final PseudoClass TROUBLE = PseudoClass.getPseudoClass("trouble");

  public SessionBadge(SessionsViewModel model, Path folder, Texts texts) {
    super("", "session-count");
    managedProperty().bind(visibleProperty());
    // A row lives until the list is drawn anew; the model lives longer.
    model
        .stateProperty()
        .when(sceneProperty().map(Objects::nonNull))
        .subscribe(_ -> show(model, folder, texts));
  }

  private void show(SessionsViewModel model, Path folder, Texts texts) {
    var count = model.count(folder);
    setVisible(count.isPresent());
    setText(count.map(texts::text).orElse(""));
    pseudoClassStateChanged(TROUBLE, model.isInTrouble(folder));
  }
}
