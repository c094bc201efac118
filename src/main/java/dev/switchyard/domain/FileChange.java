package dev.switchyard.domain;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What is to be done to one file of a person's, to be looked at before it is done.
///
/// @param file the file
/// @param before what stands in it, empty where there is none
/// @param after what will stand in it, empty where it goes
/// @param removesFolder whether its folder goes with it, when nothing else is in there
public record FileChange(
    Path file, Optional<byte[]> before, Optional<byte[]> after, boolean removesFolder) {
  public static FileChange of(Path file, Optional<byte[]> before, Optional<byte[]> after) {
    return new FileChange(file, before, after, false);
  }

  /// What it does to the file.
  public enum Kind {
    CREATED,
    CHANGED,
    REMOVED;

    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Kind kind() {
    if (after.isEmpty()) {
      return Kind.REMOVED;
    }
    return before.isEmpty() ? Kind.CREATED : Kind.CHANGED;
  }

  public boolean changesNothing() {
    return isSame(before, after);
  }

  /// Whether it does to the same file, found in the same state, the same thing.
  public boolean isSameAs(FileChange other) {
    return file.equals(other.file) && isSame(before, other.before) && isSame(after, other.after);
  }

  public String textBefore() {
    return before.map(bytes -> new String(bytes, UTF_8)).orElse("");
  }

  public String textAfter() {
    return after.map(bytes -> new String(bytes, UTF_8)).orElse("");
  }

  /// Whether two contents are the same, or both files are not there.
  public static boolean isSame(Optional<byte[]> one, Optional<byte[]> other) {
    return one.isPresent() == other.isPresent()
        && Arrays.equals(one.orElse(new byte[0]), other.orElse(new byte[0]));
  }
}
