package dev.switchyard.cli;

import dev.switchyard.domain.Message;
import picocli.CommandLine.TypeConversionException;

/// What was typed after an option, or as an argument, and cannot be meant.
final class WrongValue extends TypeConversionException {
  private static final long serialVersionUID = 1L;

  private final transient Message text;

  WrongValue(String key, Object... arguments) {
    super(key);
    this.text = Message.of(key, arguments);
  }

  Message text() {
    return text;
  }
}
