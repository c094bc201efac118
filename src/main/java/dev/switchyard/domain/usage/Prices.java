package dev.switchyard.domain.usage;

import dev.switchyard.domain.PortException;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What the person has entered of prices.
///
/// @param currency as the person writes it, such as `USD`; empty where none was entered yet
/// @param byModel the price of what the cloud would have used instead, by local model;
///   [#ALL_OTHERS] for those that are not named
public record Prices(String currency, Map<String, Price> byModel) {
  public static final Prices NONE = new Prices("", Map.of());

  /// In the place of a model's name.
  public static final String ALL_OTHERS = "*";

  public Prices {
    byModel = Collections.unmodifiableMap(new TreeMap<>(byModel));
  }

  /// The price that counts for a local model.
  public Optional<Price> of(String model) {
    return Optional.ofNullable(byModel.getOrDefault(model, byModel.get(ALL_OTHERS)));
  }

  /// @param money the currency; all prices are in one
  /// @throws PortException REFUSED where the model's name or the currency cannot be one
  public Prices with(String model, Price price, String money) throws PortException {
    Price.checkName(model);
    Price.checkName(money);
    var all = new TreeMap<>(byModel);
    all.put(model, price);
    return new Prices(money.strip(), all);
  }

  public Prices without(String model) {
    var all = new TreeMap<>(byModel);
    all.remove(model);
    return new Prices(currency, all);
  }
}
