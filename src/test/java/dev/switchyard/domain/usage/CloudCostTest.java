package dev.switchyard.domain.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.PortException;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CloudCostTest {
  private static final Tally MILLIONS = new Tally(100, 2_000_000, 0, 0, 1_000_000);

  @Test
  void theBoundsAreAllFromTheCacheAndNothing() throws Exception {
    var prices = Prices.NONE.with("*", price("3", "15", "0.3", "3.75"), "USD");
    var cost = CloudCost.of(Map.of("agent", MILLIONS), prices);
    assertThat(cost.most()).isEqualByComparingTo("22.50");
    assertThat(cost.least().toOptional().orElseThrow()).isEqualByComparingTo("15.60");
    assertThat(cost.unpriced()).isEmpty();
  }

  @Test
  void withoutAPriceOfTheCacheOnlyTheUpperBoundIsKnown() throws Exception {
    var prices = Prices.NONE.with("*", price("3", "15", null, null), "USD");
    var cost = CloudCost.of(Map.of("agent", MILLIONS), prices);
    assertThat(cost.most()).isEqualByComparingTo("21");
    assertThat(cost.least()).isInstanceOf(Known.Unknown.class);
  }

  @Test
  void aModelsOwnPriceCountsForItAndNoPriceIsInvented() throws Exception {
    var prices = Prices.NONE.with("agent", price("1", "1", "1", null), "EUR");
    var cost = CloudCost.of(Map.of("agent", MILLIONS, "other", MILLIONS), prices);
    assertThat(cost.most()).isEqualByComparingTo("3");
    assertThat(cost.unpriced()).containsExactly("other");
    assertThat(CloudCost.of(Map.of("agent", MILLIONS), Prices.NONE).isPriced()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "1000001", "1E+1000000000", "1E-1000000000", "0E+999999999"})
  void whatIsNoPriceIsRefused(String amount) {
    assertThatThrownBy(() -> price(amount, "1", null, null)).isInstanceOf(PortException.class);
  }

  private static Price price(String in, String out, String cacheRead, String cacheWrite)
      throws PortException {
    return Price.of(
        "claude-sonnet-5",
        new BigDecimal(in),
        new BigDecimal(out),
        Optional.ofNullable(cacheRead).map(BigDecimal::new),
        Optional.ofNullable(cacheWrite).map(BigDecimal::new));
  }
}
