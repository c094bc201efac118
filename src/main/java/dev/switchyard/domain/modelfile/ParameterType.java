package dev.switchyard.domain.modelfile;

import java.util.Optional;
import java.util.regex.Pattern;

/// What values a parameter takes. Ollama's server does not check them: a value of the wrong type is
/// stored and fails only when the model is loaded, so Switchyard checks before it builds.
///
/// Source: `FormatParams` of Ollama `api/types.go`.
public enum ParameterType {
  WHOLE_NUMBER("int"),
  NUMBER("float"),
  YES_NO("bool"),
  TEXT_LIST("");

  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");

  private final String goName;

  ParameterType(String goName) {
    this.goName = goName;
  }

  /// The value as it is sent to the server (Long, Double, Boolean or String), or empty where the
  /// text is none.
  Optional<Object> read(String text) {
    return switch (this) {
      case WHOLE_NUMBER -> wholeNumber(text).map(Object.class::cast);
      case NUMBER -> number(text).map(Object.class::cast);
      case YES_NO -> yesNo(text).map(Object.class::cast);
      case TEXT_LIST -> Optional.of(text);
    };
  }

  /// The value as the server prints it back: numbers of a million and more as `1.048576e+06`,
  /// fractions as it stored them, in 32 bits.
  Optional<Object> readPrinted(String text) {
    return switch (this) {
      case WHOLE_NUMBER, NUMBER -> number(text).map(Double::floatValue);
      case YES_NO, TEXT_LIST -> read(text);
    };
  }

  /// Ollama's own words for a value of the wrong type.
  String refusal(String text) {
    return "invalid " + goName + " value [" + text + "]";
  }

  static Optional<Long> wholeNumber(String text) {
    if (!text.matches("[+-]?[0-9]+")) {
      return Optional.empty();
    }
    try {
      return Optional.of(Long.parseLong(text));
    } catch (NumberFormatException _) {
      return Optional.empty();
    }
  }

  /// Decimal numbers within the range of 32-bit floats; Go's hexadecimal floats, infinities and NaN
  /// cannot be sent as JSON or mean nothing here.
  static Optional<Double> number(String text) {
    if (!DECIMAL.matcher(text).matches() || Float.isInfinite(Float.parseFloat(text))) {
      return Optional.empty();
    }
    return Optional.of(Double.parseDouble(text));
  }

  private static Optional<Boolean> yesNo(String text) {
    return switch (text) {
      case "1", "t", "T", "true", "TRUE", "True" -> Optional.of(true);
      case "0", "f", "F", "false", "FALSE", "False" -> Optional.of(false);
      default -> Optional.empty();
    };
  }
}
