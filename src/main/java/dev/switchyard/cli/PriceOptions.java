package dev.switchyard.cli;

import dev.switchyard.domain.PortException;
import dev.switchyard.domain.usage.Price;
import dev.switchyard.domain.usage.Prices;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// What a person says about a price.
final class PriceOptions {
  @Option(names = "--in", paramLabel = "AMOUNT", description = "${bundle:cli.usage-command.in}")
  private @Nullable BigDecimal input;

  @Option(names = "--out", paramLabel = "AMOUNT", description = "${bundle:cli.usage-command.out}")
  private @Nullable BigDecimal output;

  @Option(
      names = "--cache-read",
      paramLabel = "AMOUNT",
      description = "${bundle:cli.usage-command.cache-read}")
  private @Nullable BigDecimal cacheRead;

  @Option(
      names = "--cache-write",
      paramLabel = "AMOUNT",
      description = "${bundle:cli.usage-command.cache-write}")
  private @Nullable BigDecimal cacheWrite;

  @Option(
      names = "--currency",
      paramLabel = "TEXT",
      description = "${bundle:cli.usage-command.currency}")
  private @Nullable String currency;

  @Option(names = "--for", paramLabel = "MODEL", description = "${bundle:cli.usage-command.for}")
  private @Nullable String model;

  boolean areGiven() {
    return model != null || isPriceGiven();
  }

  boolean isPriceGiven() {
    return Stream.of(input, output, cacheRead, cacheWrite, currency)
        .anyMatch(given -> given != null);
  }

  /// The local model that it is about.
  String model() {
    return model == null ? Prices.ALL_OTHERS : model;
  }

  /// @param known the currency stays where none is given
  String currency(Prices known) {
    if (currency != null) {
      return currency;
    }
    if (known.currency().isEmpty()) {
      throw new WrongUsage("cli.usage-command.currency-wanted");
    }
    return known.currency();
  }

  Price price(String instead) throws PortException {
    if (input == null || output == null) {
      throw new WrongUsage("cli.usage-command.amounts-wanted");
    }
    return Price.of(
        instead, input, output, Optional.ofNullable(cacheRead), Optional.ofNullable(cacheWrite));
  }
}
