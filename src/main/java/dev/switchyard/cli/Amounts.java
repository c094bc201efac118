package dev.switchyard.cli;

import dev.switchyard.ui.text.Sizes;
import picocli.CommandLine.ITypeConverter;

/// Amounts as people type them: `24G`, `24GiB`, `512M`, `65536`, `64K`. All units are binary, as
/// memory is sold.
final class Amounts {
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
        throw new WrongValue("cli.usage.no-tokens", text);
      }
      return (int) tokens;
    }
  }

  private static long amount(String text, String example) {
    return Sizes.parse(text)
        .orElseThrow(() -> new WrongValue("cli.usage.no-amount", text, example));
  }
}
