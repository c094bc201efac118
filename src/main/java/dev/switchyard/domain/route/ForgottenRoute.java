package dev.switchyard.domain.route;

import dev.switchyard.domain.PortException;
import dev.switchyard.domain.TextFiles;
import dev.switchyard.domain.route.text.SettingsText;
import java.nio.file.Path;

/// A route that a Switchyard wrote and that this one does not remember, such as in a project that
/// was moved: it cannot be taken back, only named.
final class ForgottenRoute {
  private ForgottenRoute() {}

  static boolean standsIn(Path file, TextFiles files, Journal journal) {
    return journal.baseline(files.target(file)).isEmpty() && isCarriedBy(file, files);
  }

  private static boolean isCarriedBy(Path file, TextFiles files) {
    try {
      var content = files.read(file);
      return content.isPresent()
          && RouteKeys.standIn(SettingsText.parseForReading(file, content.get()));
    } catch (PortException _) {
      // Claude Code skips such a file as a whole: it carries nothing.
      return false;
    }
  }
}
