package dev.switchyard.domain.route;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/// What a switch does to one file.
///
/// @param file the file
/// @param kind what sort of file it is
/// @param before what stands in it, empty where there is none
/// @param after what will stand in it, empty where it goes
/// @param removesFolder whether its folder goes with it, when nothing else is in there
public record FileChange(
    Path file, Kind kind, Optional<byte[]> before, Optional<byte[]> after, boolean removesFolder) {
  /// What sort of file it is, for the one who looks at the change.
  public enum Kind {
    SETTINGS,
    GIT_EXCLUDE
  }

  boolean changesNothing() {
    return before.isPresent() == after.isPresent()
        && Arrays.equals(before.orElse(new byte[0]), after.orElse(new byte[0]));
  }

  boolean isSameAs(FileChange other) {
    return file.equals(other.file)
        && new FileChange(file, kind, before, other.before, false).changesNothing()
        && new FileChange(file, kind, after, other.after, false).changesNothing();
  }

  public String textBefore() {
    return before.map(bytes -> new String(bytes, UTF_8)).orElse("");
  }

  public String textAfter() {
    return after.map(bytes -> new String(bytes, UTF_8)).orElse("");
  }
}
