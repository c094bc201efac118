package dev.switchyard.ui.text;

import dev.switchyard.domain.Bytes;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.Tokens;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Objects;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Renders messages in one language: English where there are no texts in the locale's own. Reads
/// them when the first one is asked for.
public final class Texts {
  private final Supplier<Locale> chosen;
  private @Nullable Known known;

  private record Known(Locale locale, ResourceBundle bundle) {}

  public Texts(Locale locale) {
    this(() -> locale);
  }

  /// @param chosen asked once, when the first text is
  public Texts(Supplier<Locale> chosen) {
    this.chosen = chosen;
  }

  /// @throws java.util.MissingResourceException if the bundle has no such key; a test keeps that
  ///   from happening
  public String text(String key, Object... arguments) {
    var pattern = bundle().getString(key);
    if (arguments.length == 0 && pattern.indexOf('\'') < 0 && pattern.indexOf('{') < 0) {
      // It says what it says: most texts of the first picture are so, and Java's formats are slow
      // to
      // come.
      return pattern;
    }
    var rendered = new Object[arguments.length];
    for (int i = 0; i < arguments.length; i++) {
      rendered[i] = rendered(arguments[i]);
    }
    return new MessageFormat(pattern, locale()).format(rendered);
  }

  private Object rendered(Object argument) {
    return switch (argument) {
      case Message message -> text(message);
      case Bytes(long count) -> Sizes.bytes(count, locale());
      case Tokens(long count) -> Sizes.tokens(count, locale());
      default -> argument;
    };
  }

  public String text(Message message) {
    return text(message.key(), message.arguments().toArray());
  }

  /// A point in time as people here write it, in this machine's zone.
  public String at(Instant instant, FormatStyle date, FormatStyle time) {
    return DateTimeFormatter.ofLocalizedDateTime(date, time)
        .withLocale(locale())
        .withZone(ZoneId.systemDefault())
        .format(instant);
  }

  /// A moment of today as people here write it, in this machine's zone.
  public String timeOfDay(Instant instant, FormatStyle time) {
    return DateTimeFormatter.ofLocalizedTime(time)
        .withLocale(locale())
        .withZone(ZoneId.systemDefault())
        .format(instant);
  }

  /// For libraries that look texts up themselves: picocli's help.
  public ResourceBundle bundle() {
    return known().bundle();
  }

  public Locale locale() {
    return known().locale();
  }

  private synchronized Known known() {
    var before = known;
    if (before != null) {
      return before;
    }
    var locale = chosen.get();
    var read = new Known(locale, read(Language.in(locale).file()));
    known = read;
    return read;
  }

  /// The file alone, without the ways in which Java looks for another one: those end at the
  /// system's language where English is asked for, and each file holds every text. In the image
  /// there is a table in its place.
  private static ResourceBundle read(String file) {
    try (var table = Texts.class.getResourceAsStream(file + ".table")) {
      return table == null ? parse(file + ".properties") : new TextTable(table.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ResourceBundle parse(String file) throws IOException {
    try (var content = Objects.requireNonNull(Texts.class.getResourceAsStream(file))) {
      return new PropertyResourceBundle(new InputStreamReader(content, StandardCharsets.UTF_8));
    }
  }
}
