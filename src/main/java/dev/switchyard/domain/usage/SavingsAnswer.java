package dev.switchyard.domain.usage;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/// Whether serving models oneself saves money, answered with the person's own figures.
///
/// @param period the days that it is about
/// @param usage what was answered in them
/// @param prices what the person has entered
public record SavingsAnswer(Period period, Usage usage, Prices prices) {
  public CloudCost cost() {
    return CloudCost.of(usage.localByModel(), prices);
  }

  private Tally local() {
    return usage.byPlace().getOrDefault(Place.Kind.LOCAL, Tally.NONE);
  }

  /// The answer in one or two sentences.
  public Message text() {
    var local = local();
    if (local.isNone()) {
      return Message.of("usage.answer.no-local", period.days());
    }
    var used =
        Message.of(
            "usage.answer.used",
            period.days(),
            local.requests(),
            local.promptTokens(),
            local.outputTokens());
    return Message.of("usage.answer.both", used, costs());
  }

  private Message costs() {
    var cost = cost();
    if (!cost.isPriced()) {
      return Message.of("usage.answer.no-price");
    }
    var instead = String.join(", ", cost.instead());
    return switch (cost.least()) {
      case Known.Value<BigDecimal>(var least) ->
          Message.of("usage.answer.range", instead, least, cost.most(), prices.currency());
      case Known.Unknown<BigDecimal> _ ->
          Message.of("usage.answer.most", instead, cost.most(), prices.currency());
    };
  }

  /// What the answer takes for granted, and what is not in it.
  public List<Message> assumptions() {
    var assumptions = new ArrayList<Message>();
    var assumed = usage.assumedLocal();
    if (!assumed.isNone()) {
      assumptions.add(Message.of("usage.assumes.installed", assumed.requests()));
    }
    var cost = cost();
    if (local().isNone() || !cost.isPriced()) {
      return assumptions;
    }
    assumptions.add(Message.of("usage.assumes.tokens"));
    assumptions.add(Message.of("usage.assumes.cache"));
    if (cost.least() instanceof Known.Unknown<BigDecimal>(var reason)) {
      assumptions.add(reason);
    }
    if (!cost.unpriced().isEmpty()) {
      assumptions.add(Message.of("usage.assumes.unpriced", String.join(", ", cost.unpriced())));
    }
    assumptions.add(Message.of("usage.assumes.power"));
    return assumptions;
  }
}
