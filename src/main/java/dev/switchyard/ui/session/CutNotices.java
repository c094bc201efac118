package dev.switchyard.ui.session;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.reply.CutPrompt;
import dev.switchyard.ui.shell.Navigator;
import dev.switchyard.ui.shell.Notices;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// Tells of each prompt that a server has cut once, whichever screen hears of it first.
public final class CutNotices {
  private final Notices notices;
  private final Navigator navigator;
  private final Set<CutPrompt> told = new HashSet<>();

  public CutNotices(Notices notices, Navigator navigator) {
    this.notices = notices;
    this.navigator = navigator;
  }

  /// @param folder the project in which it happened
  public void tell(Path folder, CutPrompt cut) {
    if (told.add(cut)) {
      notices.show(
          Notices.Kind.ERROR,
          Message.of("context.cut.notice", folder.toString(), cut.text()),
          Optional.of(
              new Notices.Action(
                  "context.cut.show", () -> navigator.showProjects(Optional.of(folder)))));
    }
  }
}
