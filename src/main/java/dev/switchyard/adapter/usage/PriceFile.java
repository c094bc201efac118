package dev.switchyard.adapter.usage;

import dev.switchyard.adapter.file.AtomicFiles;
import dev.switchyard.adapter.json.JsonTree;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.PortException.Kind;
import dev.switchyard.domain.usage.Price;
import dev.switchyard.domain.usage.PriceStore;
import dev.switchyard.domain.usage.Prices;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Prices in `prices.json` of Switchyard's configuration folder: `{"currency": "USD", "prices":
/// {"*": {"insteadOf": "claude-sonnet-5", "input": "3", "output": "15", "cacheRead": "0.3"}}}`.
/// Amounts are texts, so that none is rounded. A file that cannot be read is never written over.
public final class PriceFile implements PriceStore {
  private static final String CURRENCY = "currency";
  private static final String PRICES = "prices";
  private static final String INSTEAD = "insteadOf";

  private final Path file;

  /// @param configuration Switchyard's configuration folder; created with the first price
  public PriceFile(Path configuration) {
    this.file = configuration.resolve("prices.json");
  }

  @Override
  public Prices load() throws PortException {
    var content = AtomicFiles.read(file);
    if (content.isEmpty()) {
      return Prices.NONE;
    }
    try {
      var root = JsonTree.read(content.get());
      var prices = Prices.NONE;
      for (var entry : root.required(PRICES).asObject().properties()) {
        prices = prices.with(entry.getKey(), price(entry.getValue()), text(root, CURRENCY));
      }
      return prices;
    } catch (JacksonException | IllegalArgumentException e) {
      throw unreadable(e);
    } catch (PortException e) {
      throw unreadable(e);
    }
  }

  @Override
  public void save(Prices prices) throws PortException {
    load();
    var root = JsonNodeFactory.instance.objectNode();
    root.put(CURRENCY, prices.currency());
    var all = root.putObject(PRICES);
    prices.byModel().forEach((model, price) -> write(all.putObject(model), price));
    AtomicFiles.writePrivate(file, (root.toPrettyString() + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private static void write(ObjectNode node, Price price) {
    node.put(INSTEAD, price.instead())
        .put("input", price.input().toPlainString())
        .put("output", price.output().toPlainString());
    price.cacheRead().ifPresent(amount -> node.put("cacheRead", amount.toPlainString()));
    price.cacheWrite().ifPresent(amount -> node.put("cacheWrite", amount.toPlainString()));
  }

  private static Price price(JsonNode node) throws PortException {
    return Price.of(
        text(node, INSTEAD),
        new BigDecimal(text(node, "input")),
        new BigDecimal(text(node, "output")),
        amount(node, "cacheRead"),
        amount(node, "cacheWrite"));
  }

  private static Optional<BigDecimal> amount(JsonNode node, String name) {
    return node.path(name).asStringOpt().map(BigDecimal::new);
  }

  private static String text(JsonNode node, String name) {
    return node.required(name).stringValue();
  }

  private PortException unreadable(Exception cause) {
    return new PortException(
        Kind.MALFORMED, Message.of("usage.price.unreadable", file.toString()), cause);
  }
}
