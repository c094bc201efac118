package dev.switchyard.ui.text;

import dev.switchyard.domain.Bytes;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.Tokens;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// Renders messages in one language.
public final class Texts {
  private final Locale locale;
  private final ResourceBundle bundle;

  public Texts(Locale locale) {
    this.locale = locale;
    this.bundle = ResourceBundle.getBundle("dev.switchyard.ui.text.messages", locale);
  }

  /// @throws java.util.MissingResourceException if the bundle has no such key; a test keeps that
  ///   from happening
  public String text(String key, Object... arguments) {
    var rendered = new Object[arguments.length];
    for (int i = 0; i < arguments.length; i++) {
      rendered[i] = rendered(arguments[i]);
    }
    return new MessageFormat(bundle.getString(key), locale).format(rendered);
  }

  private Object rendered(Object argument) {
    return switch (argument) {
      case Message message -> text(message);
      case Bytes(long count) -> Sizes.bytes(count, locale);
      case Tokens(long count) -> Sizes.tokens(count, locale);
      default -> argument;
    };
  }

  public String text(Message message) {
    return text(message.key(), message.arguments().toArray());
  }

  /// For libraries that look texts up themselves: picocli's help.
  public ResourceBundle bundle() {
    return bundle;
  }

  public Locale locale() {
    return locale;
  }
}
