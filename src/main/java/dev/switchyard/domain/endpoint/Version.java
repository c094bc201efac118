package dev.switchyard.domain.endpoint;

import java.util.Optional;
import java.util.regex.Pattern;

/// A program's version as `major.minor.patch`; a pre-release comes before its release.
///
/// @param text as the program printed it
public record Version(int major, int minor, int patch, String preRelease, String text)
    implements Comparable<Version> {
  private static final Pattern FORM =
      Pattern.compile("v?(\\d{1,9})\\.(\\d{1,9})(?:\\.(\\d{1,9}))?(?:-([0-9A-Za-z.-]+))?.*");

  /// Reads `0.32.15`, `v0.33.0-rc2`, `2.1.330 (Claude Code)`; empty for anything else.
  public static Optional<Version> parse(String text) {
    var match = FORM.matcher(text.strip());
    if (!match.matches()) {
      return Optional.empty();
    }
    var patch = match.group(3) == null ? 0 : Integer.parseInt(match.group(3));
    var preRelease = match.group(4) == null ? "" : match.group(4);
    return Optional.of(
        new Version(
            Integer.parseInt(match.group(1)),
            Integer.parseInt(match.group(2)),
            patch,
            preRelease,
            text.strip()));
  }

  /// For constants in the code.
  public static Version of(int major, int minor, int patch) {
    return new Version(major, minor, patch, "", major + "." + minor + "." + patch);
  }

  public boolean isAtLeast(Version other) {
    return compareTo(other) >= 0;
  }

  @Override
  public int compareTo(Version other) {
    int order = Integer.compare(major, other.major);
    if (order == 0) {
      order = Integer.compare(minor, other.minor);
    }
    if (order == 0) {
      order = Integer.compare(patch, other.patch);
    }
    if (order == 0) {
      // A release has no pre-release text and comes after all of its pre-releases.
      order = Boolean.compare(preRelease.isEmpty(), other.preRelease.isEmpty());
    }
    return order == 0 ? preRelease.compareTo(other.preRelease) : order;
  }

  @Override
  public String toString() {
    return text;
  }
}
