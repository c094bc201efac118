package dev.switchyard;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What keeps JavaFX from opening a window, in words for the person. JavaFX tells it by texts
/// alone, read off version 26.
final class StartFailure {
  private StartFailure() {}

  /// @return empty for what is nothing of the system's, but a bug
  static Optional<PortException> explain(Throwable failure) {
    for (var cause : causes(failure)) {
      var text = String.valueOf(cause.getMessage());
      if (cause instanceof UnsupportedOperationException && text.contains("DISPLAY")) {
        return Optional.of(unreachable("shell.no-display", failure));
      }
      if (isMissingLibrary(cause, text)) {
        return Optional.of(unreachable("shell.no-library", failure));
      }
      if (cause instanceof Crashed crashed) {
        var kept = crashed.crash().file().map(Object::toString).orElse("");
        return Optional.of(
            new PortException(
                PortException.Kind.FAILED,
                Message.of("shell.no-window", crashed.crash().summary(), kept),
                failure));
      }
    }
    return Optional.empty();
  }

  private static boolean isMissingLibrary(Throwable cause, String text) {
    return cause instanceof UnsatisfiedLinkError
        || cause instanceof UnsupportedOperationException && text.contains("library")
        || text.contains("no suitable pipeline found");
  }

  private static PortException unreachable(String key, Throwable failure) {
    return new PortException(PortException.Kind.UNREACHABLE, Message.of(key), failure);
  }

  private static List<Throwable> causes(Throwable failure) {
    var causes = new ArrayList<Throwable>();
    for (@Nullable Throwable at = failure; at != null && !causes.contains(at); at = at.getCause()) {
      causes.add(at);
    }
    return causes;
  }
}
