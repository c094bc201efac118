package dev.switchyard.domain.route;

import dev.switchyard.domain.Fingerprint;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/// One content that a settings file had before or after a write of Switchyard's.
///
/// @param file the file itself, where a link leads to
/// @param fingerprint tells the content from others; each content is kept once
/// @param at when it was last met or written
/// @param made what brought it there
/// @param bytes how long it is; 0 for a file that was not there
/// @param baseline what the journal knew of the file with this content: which keys are the route's
///   and what stood at them before; empty where it held none
public record SettingsVersion(
    Path file,
    Fingerprint fingerprint,
    Instant at,
    Cause made,
    long bytes,
    Optional<Journal.Baseline> baseline) {
  private static final int ID_LENGTH = 12;

  /// What brings a content about.
  public enum Cause {
    /// It stood there when Switchyard was about to write: the person or another program made it.
    FOUND,
    LOCAL,
    CLOUD,
    INHERIT,
    UNDO,
    RESTORE;

    public static Cause of(RouteChoice choice) {
      return switch (choice) {
        case LOCAL -> LOCAL;
        case CLOUD -> CLOUD;
        case INHERIT -> INHERIT;
      };
    }
  }

  /// What a person names the version by: it stays the same when newer versions come.
  public String id() {
    var text = fingerprint.text();
    return text.substring(0, Math.min(ID_LENGTH, text.length()));
  }

  /// Whether there was a file at all.
  public boolean present() {
    return !fingerprint.equals(Fingerprint.ABSENT);
  }
}
