package dev.switchyard.domain.usage;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// What the local part would have cost in the cloud at the person's prices: two bounds, because it
/// is not known how much of the prompts the cloud would have read from its cache. Local servers
/// count what they have cached as new.
///
/// It is assumed that the cloud's model would have used as many tokens. Electricity and hardware
/// are not in it.
///
/// @param most all of the prompts new, at the higher one of the prices for new input and for
///   writing to the cache
/// @param least all of the prompts from the cache; not known where no price for that was entered
/// @param unpriced local models that no price was entered for, which are in neither
/// @param instead the models of the cloud whose prices were used
public record CloudCost(
    BigDecimal most, Known<BigDecimal> least, Set<String> unpriced, Set<String> instead) {
  private static final int MILLION = 6;

  /// @param local what was answered locally, by model
  public static CloudCost of(Map<String, Tally> local, Prices prices) {
    var most = BigDecimal.ZERO;
    Known<BigDecimal> least = Known.of(BigDecimal.ZERO);
    var unpriced = new TreeSet<String>();
    var instead = new TreeSet<String>();
    for (var entry : local.entrySet()) {
      var price = prices.of(entry.getKey());
      if (price.isEmpty()) {
        unpriced.add(entry.getKey());
        continue;
      }
      instead.add(price.get().instead());
      most = most.add(most(entry.getValue(), price.get()));
      var part = least(entry.getValue(), price.get());
      least = least.flatMap(sum -> part.map(sum::add));
    }
    return new CloudCost(most, least, unpriced, instead);
  }

  /// Whether there is a price for anything.
  public boolean isPriced() {
    return !instead.isEmpty();
  }

  private static BigDecimal most(Tally tally, Price price) {
    return cost(tally, price.cacheWrite().map(price.input()::max).orElse(price.input()), price);
  }

  private static Known<BigDecimal> least(Tally tally, Price price) {
    Known<BigDecimal> cheapest =
        price
            .cacheRead()
            .map(read -> Known.of(read.min(price.input())))
            .orElseGet(
                () -> Known.unknown(Message.of("usage.cost.no-cache-price", price.instead())));
    return cheapest.map(amount -> cost(tally, amount, price));
  }

  private static BigDecimal cost(Tally tally, BigDecimal perPromptTokens, Price price) {
    return perPromptTokens
        .multiply(BigDecimal.valueOf(tally.promptTokens()))
        .add(price.output().multiply(BigDecimal.valueOf(tally.outputTokens())))
        .movePointLeft(MILLION);
  }
}
