package dev.switchyard.cli;

import java.util.Locale;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Amounts as people type them: `24G`, `24GiB`, `512M`, `65536`, `64K`. All units are binary, as
/// memory is sold.
final class Amounts {
  private static final Pattern FORM =
      Pattern.compile("(\\d{1,12}(?:\\.\\d{1,6})?)\\s*([KMGT]?)(?:I?B)?");
  private static final String UNITS = "KMGT";

  private Amounts() {}

  /// Bytes.
  static final class Size implements ITypeConverter<Long> {
    @Override
    public Long convert(String text) {
      return amount(text, "24G");
    }
  }

  /// Tokens, at least one.
  static final class TokenCount implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String text) {
      long tokens = amount(text, "64K");
      if (tokens < 1 || tokens > Integer.MAX_VALUE) {
        throw new TypeConversionException("'" + text + "' is not a number of tokens");
      }
      return (int) tokens;
    }
  }

  private static long amount(String text, String example) {
    var match = FORM.matcher(text.strip().toUpperCase(Locale.ROOT));
    if (!match.matches()) {
      throw new TypeConversionException("'" + text + "' is not an amount such as " + example);
    }
    double value = Double.parseDouble(match.group(1));
    int power = match.group(2).isEmpty() ? 0 : UNITS.indexOf(match.group(2)) + 1;
    return Math.round(value * Math.pow(1024, power));
  }
}
