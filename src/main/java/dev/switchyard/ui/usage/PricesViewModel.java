package dev.switchyard.ui.usage;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.usage.Price;
import dev.switchyard.domain.usage.PriceStore;
import dev.switchyard.domain.usage.Prices;
import dev.switchyard.ui.task.Tasks;
import java.math.BigDecimal;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The prices that the person enters.
public final class PricesViewModel {
  private final Tasks tasks;
  private final PriceStore store;
  private final ReadOnlyObjectWrapper<Prices> prices = new ReadOnlyObjectWrapper<>(Prices.NONE);
  private final ReadOnlyObjectWrapper<Optional<Message>> problem =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  /// What stands in the form, as it was typed.
  ///
  /// @param model the local model, or [Prices#ALL_OTHERS]
  public record Typed(
      String model,
      String instead,
      String input,
      String output,
      String cacheRead,
      String cacheWrite,
      String currency) {}

  PricesViewModel(Tasks tasks, PriceStore store) {
    this.tasks = tasks;
    this.store = store;
  }

  public ReadOnlyObjectProperty<Prices> pricesProperty() {
    return prices.getReadOnlyProperty();
  }

  /// Why what was typed was not kept.
  public ReadOnlyObjectProperty<Optional<Message>> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  void show(Prices kept) {
    prices.set(kept);
  }

  /// What stands in the form for a model at first.
  public Typed of(String model) {
    var known = prices.get();
    var price = Optional.ofNullable(known.byModel().get(model));
    return new Typed(
        model,
        price.map(Price::instead).orElse(""),
        text(price.map(Price::input)),
        text(price.map(Price::output)),
        text(price.flatMap(Price::cacheRead)),
        text(price.flatMap(Price::cacheWrite)),
        known.currency());
  }

  public void save(Typed typed) {
    change(() -> store.load().with(typed.model(), price(typed), typed.currency()));
  }

  public void remove(String model) {
    change(() -> store.load().without(model));
  }

  @FunctionalInterface
  private interface Change {
    Prices next() throws PortException;
  }

  private void change(Change change) {
    tasks.run(
        _ -> {
          var next = change.next();
          store.save(next);
          return next;
        },
        next -> {
          problem.set(Optional.empty());
          prices.set(next);
        },
        failure -> problem.set(Optional.of(failure.text())));
  }

  private static Price price(Typed typed) throws PortException {
    return Price.of(
        typed.instead(),
        amount(typed.input()),
        amount(typed.output()),
        optional(typed.cacheRead()),
        optional(typed.cacheWrite()));
  }

  private static Optional<BigDecimal> optional(String text) throws PortException {
    return text.isBlank() ? Optional.empty() : Optional.of(amount(text));
  }

  /// With a point or a comma before the decimals, as the person's language has it.
  private static BigDecimal amount(String text) throws PortException {
    try {
      return new BigDecimal(text.strip().replace(',', '.'));
    } catch (NumberFormatException e) {
      throw new PortException(
          PortException.Kind.REFUSED, Message.of("usage.price.no-number", text.strip()), e);
    }
  }

  private static String text(Optional<BigDecimal> amount) {
    return amount.map(BigDecimal::toPlainString).orElse("");
  }
}
