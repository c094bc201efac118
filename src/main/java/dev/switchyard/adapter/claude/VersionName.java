package dev.switchyard.adapter.claude;

import dev.switchyard.domain.Fingerprint;
import dev.switchyard.domain.route.SettingsVersion;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a kept version's file is called: `00000042-1790000000000-local-<fingerprint>`.
///
/// @param number versions are counted, since a clock may be put back
/// @param at when it was met or written, to the millisecond
/// @param made what brought it there
/// @param fingerprint of the content
record VersionName(long number, Instant at, SettingsVersion.Cause made, Fingerprint fingerprint) {
  private static final Pattern FORM =
      Pattern.compile("(\\d{8,18})-(\\d{1,15})-([a-z]+)-([0-9a-f]{64}|absent)");

  static Optional<VersionName> parse(String name) {
    var match = FORM.matcher(name);
    if (!match.matches()) {
      return Optional.empty();
    }
    return cause(match.group(3))
        .map(made ->
            new VersionName(
                Long.parseLong(match.group(1)),
                Instant.ofEpochMilli(Long.parseLong(match.group(2))),
                made,
                new Fingerprint(match.group(4))));
  }

  /// @param known the versions there are, newest first
  static VersionName next(List<VersionName> known, SettingsVersion version) {
    var number = known.isEmpty() ? 1 : known.getFirst().number() + 1;
    return new VersionName(number, version.at(), version.made(), version.fingerprint());
  }

  String text() {
    return "%08d-%d-%s-%s"
        .formatted(
            number,
            Math.max(0, at.toEpochMilli()),
            made.name().toLowerCase(Locale.ROOT),
            fingerprint.text());
  }

  boolean isOf(Fingerprint content) {
    return fingerprint.equals(content);
  }

  private static Optional<SettingsVersion.Cause> cause(String name) {
    return List.of(SettingsVersion.Cause.values()).stream()
        .filter(made -> made.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst();
  }
}
