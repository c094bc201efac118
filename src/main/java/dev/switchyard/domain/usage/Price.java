package dev.switchyard.domain.usage;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import java.math.BigDecimal;
import java.util.Optional;

/// What a model of the cloud costs, as the person has entered it. Switchyard knows no prices.
///
/// All amounts are for a million tokens, from 0 to a million.
///
/// @param instead the cloud's model, as the person calls it
/// @param input of prompts
/// @param output of answers
/// @param cacheRead of what the cloud reads from its cache
/// @param cacheWrite of what the cloud writes to its cache
public record Price(
    String instead,
    BigDecimal input,
    BigDecimal output,
    Optional<BigDecimal> cacheRead,
    Optional<BigDecimal> cacheWrite) {
  private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000);
  private static final int LONGEST_NAME = 100;
  private static final int MOST_DIGITS = 20;
  private static final int MOST_DECIMALS = 12;

  /// @throws PortException REFUSED with what is wrong
  public static Price of(
      String instead,
      BigDecimal input,
      BigDecimal output,
      Optional<BigDecimal> cacheRead,
      Optional<BigDecimal> cacheWrite)
      throws PortException {
    checkName(instead);
    checkAmount(input);
    checkAmount(output);
    if (cacheRead.isPresent()) {
      checkAmount(cacheRead.get());
    }
    if (cacheWrite.isPresent()) {
      checkAmount(cacheWrite.get());
    }
    return new Price(instead.strip(), input, output, cacheRead, cacheWrite);
  }

  /// For names and currencies: one line, not empty.
  ///
  /// @throws PortException REFUSED
  static void checkName(String text) throws PortException {
    if (text.isBlank()
        || text.length() > LONGEST_NAME
        || text.chars().anyMatch(Character::isISOControl)) {
      throw refused("usage.price.name");
    }
  }

  private static void checkAmount(BigDecimal amount) throws PortException {
    if (amount.signum() < 0
        || amount.precision() > MOST_DIGITS
        || Math.abs(amount.scale()) > MOST_DECIMALS
        || amount.compareTo(MOST) > 0) {
      throw refused("usage.price.amount");
    }
  }

  private static PortException refused(String key) {
    return new PortException(PortException.Kind.REFUSED, Message.of(key));
  }
}
