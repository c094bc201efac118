package dev.switchyard.domain.model;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// A model's name, `[host/][namespace/]model[:tag]`. Names that differ only in case or in a
/// left-out `latest` are equal.
///
/// Source of the form: Ollama `types/model/name.go`; each part has at most 80 characters.
public final class ModelName {
  private static final String PART = "[A-Za-z0-9_][A-Za-z0-9_.-]{0,79}";
  private static final Pattern FORM =
      Pattern.compile(
          "(?:(?:[A-Za-z0-9_][A-Za-z0-9_.:-]{0,349}/)?"
              + PART
              + "/)?("
              + PART
              + ")(?::("
              + PART
              + "))?");

  private static final Pattern LISTED = Pattern.compile("[\\S&&\\P{Cntrl}]{1,512}");

  private final String text;
  private final String normal;

  private ModelName(String text) {
    this.text = text;
    var slash = text.lastIndexOf('/');
    var tagged = text.indexOf(':', slash + 1) >= 0 ? text : text + ":latest";
    this.normal = tagged.toLowerCase(Locale.ROOT);
  }

  /// Empty where the server would answer "invalid model name".
  public static Optional<ModelName> parse(String text) {
    var trimmed = text.strip();
    return FORM.matcher(trimmed).matches() ? Optional.of(new ModelName(trimmed)) : Optional.empty();
  }

  /// Names of servers other than Ollama, which may be paths and have any letters but those that
  /// would break a line.
  public static Optional<ModelName> listed(String text) {
    return LISTED.matcher(text).matches() ? Optional.of(new ModelName(text)) : Optional.empty();
  }

  /// For names that are known to be well formed: constants and what the server itself listed.
  ///
  /// @throws IllegalArgumentException if it is not
  public static ModelName of(String text) {
    return parse(text).orElseThrow(() -> new IllegalArgumentException("not a model name: " + text));
  }

  /// As a person writes it: without a `:latest`.
  public String shortText() {
    return text.toLowerCase(Locale.ROOT).endsWith(":latest")
        ? text.substring(0, text.length() - 7)
        : text;
  }

  /// Without the tag.
  public String withoutTag() {
    var colon = text.indexOf(':', text.lastIndexOf('/') + 1);
    return colon < 0 ? text : text.substring(0, colon);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ModelName name && name.normal.equals(normal);
  }

  @Override
  public int hashCode() {
    return normal.hashCode();
  }

  /// As it was given.
  @Override
  public String toString() {
    return text;
  }
}
