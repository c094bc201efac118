package dev.switchyard.domain.endpoint;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;

/// A program's version as `major.minor.patch`; a pre-release comes before its release.
///
/// @param preRelease such as `rc2`, empty for a release
public record Version(int major, int minor, int patch, String preRelease)
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
            Integer.parseInt(match.group(1)), Integer.parseInt(match.group(2)), patch, preRelease));
  }

  /// For constants in the code.
  public static Version of(int major, int minor, int patch) {
    return new Version(major, minor, patch, "");
  }

  public boolean isAtLeast(Version other) {
    return compareTo(other) >= 0;
  }

  @Override
  public int compareTo(Version other) {
    return Order.BY_PARTS.compare(this, other);
  }

  /// Without what a program prints around it: `2.1.330` for `2.1.330 (Claude Code)`.
  @Override
  public String toString() {
    var numbers = major + "." + minor + "." + patch;
    return preRelease.isEmpty() ? numbers : numbers + "-" + preRelease;
  }

  /// Linked when two are compared, not with every one that is read.
  private static final class Order {
    // A release has no pre-release text and comes after all of its pre-releases; `rc10` comes after
    // `rc2`.
    private static final Comparator<Version> BY_PARTS =
        Comparator.comparingInt(Version::major)
            .thenComparingInt(Version::minor)
            .thenComparingInt(Version::patch)
            .thenComparing(version -> version.preRelease.isEmpty())
            .thenComparingInt(version -> version.preRelease.length())
            .thenComparing(Version::preRelease);
  }
}
