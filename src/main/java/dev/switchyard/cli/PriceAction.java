package dev.switchyard.cli;

import dev.switchyard.domain.PortException;
import dev.switchyard.domain.usage.Price;
import dev.switchyard.domain.usage.Prices;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// `switchyard usage price`: what the person says that the cloud costs.
final class PriceAction {
  private final CommandContext context;
  private final PriceOptions options;

  PriceAction(CommandContext context, PriceOptions options) {
    this.context = context;
    this.options = options;
  }

  /// @param words what stands behind `price`
  int run(List<String> words) throws PortException {
    var action = words.isEmpty() ? "list" : words.getFirst();
    boolean takesName = action.equals("set");
    if (words.size() > 2 || takesName != (words.size() == 2)) {
      throw new WrongUsage("cli.usage-command.words-wanted");
    }
    if (!takesName && options.isPriceGiven()) {
      throw new WrongUsage("cli.usage-command.only-set");
    }
    return switch (action) {
      case "list" -> list();
      case "set" -> set(words.get(1));
      case "remove" -> remove();
      default -> throw new WrongUsage("cli.usage-command.words-wanted");
    };
  }

  private int list() throws PortException {
    return tell(context.useCases().prices().load());
  }

  private int set(String instead) throws PortException {
    var store = context.useCases().prices();
    var known = store.load();
    var next = known.with(options.model(), options.price(instead), options.currency(known));
    store.save(next);
    return tell(next);
  }

  private int remove() throws PortException {
    var store = context.useCases().prices();
    var known = store.load();
    if (!known.byModel().containsKey(options.model())) {
      throw new WrongUsage("cli.usage-command.no-price", options.model());
    }
    var next = known.without(options.model());
    store.save(next);
    return tell(next);
  }

  private int tell(Prices prices) {
    var answer = context.answer().put("currency", prices.currency());
    answer.objects("prices", prices.byModel().entrySet(), PriceAction::fill);
    return context.finish(ExitCode.DONE, answer, console -> print(console, prices));
  }

  private static void fill(Answer answer, Map.Entry<String, Price> entry) {
    var price = entry.getValue();
    answer
        .put("for", entry.getKey())
        .put("insteadOf", price.instead())
        .put("input", price.input().doubleValue())
        .put("output", price.output().doubleValue())
        .put("cacheRead", price.cacheRead().map(BigDecimal::doubleValue))
        .put("cacheWrite", price.cacheWrite().map(BigDecimal::doubleValue));
  }

  private static void print(Console console, Prices prices) {
    if (prices.byModel().isEmpty()) {
      console.line("cli.usage-command.prices-none");
      return;
    }
    console.line("cli.usage-command.prices", prices.currency());
    var texts = console.texts();
    var rows = new ArrayList<List<String>>();
    prices
        .byModel()
        .forEach((model, price) ->
            rows.add(
                List.of(
                    model.equals(Prices.ALL_OTHERS) ? texts.text("usage.price.all-others") : model,
                    price.instead(),
                    texts.text("cli.usage-command.price.in", price.input()),
                    texts.text("cli.usage-command.price.out", price.output()),
                    optional(console, "cli.usage-command.price.cache-read", price.cacheRead()),
                    optional(console, "cli.usage-command.price.cache-write", price.cacheWrite()))));
    console.table(rows);
  }

  private static String optional(Console console, String key, Optional<BigDecimal> amount) {
    return amount.map(present -> console.texts().text(key, present)).orElse("");
  }
}
