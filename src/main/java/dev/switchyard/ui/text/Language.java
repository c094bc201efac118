package dev.switchyard.ui.text;

import dev.switchyard.domain.Surroundings;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A language that every text is there in: one row each. A new one is a row and its file.
public enum Language {
  ENGLISH(Locale.ENGLISH, "messages"),
  GERMAN(Locale.GERMAN, "messages_de");

  /// What follows the language and the country in a locale's POSIX name: `.UTF-8`, `@euro`.
  private static final Pattern POSIX_TAIL = Pattern.compile("[.@].*$");

  private final Locale locale;
  private final String file;

  Language(Locale locale, String file) {
    this.locale = locale;
    this.file = file;
  }

  /// As the preferences name it.
  public String tag() {
    return locale.toLanguageTag();
  }

  /// The name, without its ending, of the file with the texts, beside this class.
  String file() {
    return file;
  }

  /// @param tag a language tag; a country in it makes no difference
  public static Optional<Language> of(String tag) {
    return of(Locale.forLanguageTag(tag));
  }

  private static Optional<Language> of(Locale locale) {
    return Arrays.stream(values())
        .filter(language -> language.locale.getLanguage().equals(locale.getLanguage()))
        .findFirst();
  }

  /// The language of texts in a locale: English where there is none in its own.
  static Language in(Locale locale) {
    return of(locale).orElse(ENGLISH);
  }

  /// The locale that texts, figures and dates are written in. The country is the system's where
  /// that speaks the language, since it decides how a date is written.
  ///
  /// @param chosen a language tag, or nothing for the system's language
  /// @param runtime what Java took from the system, for where the environment names no locale
  public static Locale locale(String chosen, Surroundings surroundings, Locale runtime) {
    var system = system(surroundings, runtime);
    var language = of(chosen).orElseGet(() -> in(system));
    return language.locale.getLanguage().equals(system.getLanguage()) ? system : language.locale;
  }

  /// By the variables themselves, in POSIX' order: Java falls back to English where the system
  /// lacks the named locale's own files.
  private static Locale system(Surroundings surroundings, Locale runtime) {
    return Stream.of("LC_ALL", "LC_MESSAGES", "LANG")
        .flatMap(variable -> surroundings.variable(variable).stream())
        .findFirst()
        .map(Language::posix)
        .orElse(runtime);
  }

  /// `C` and `POSIX` are no languages, which makes them English.
  private static Locale posix(String name) {
    return Locale.forLanguageTag(POSIX_TAIL.matcher(name).replaceFirst("").replace('_', '-'));
  }
}
