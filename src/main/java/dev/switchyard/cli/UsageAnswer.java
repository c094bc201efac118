package dev.switchyard.cli;

import dev.switchyard.domain.usage.Grouping;
import dev.switchyard.domain.usage.SavingsAnswer;
import dev.switchyard.domain.usage.Tally;
import java.math.BigDecimal;

/// Usage for scripts.
final class UsageAnswer {
  private UsageAnswer() {}

  static void fill(Answer answer, SavingsAnswer said, Grouping grouping) {
    var usage = said.usage();
    answer
        .put("since", said.period().first().toString())
        .put("until", said.period().last().toString())
        .put("days", said.period().days());
    answer.object(
        "totals",
        totals ->
            usage
                .byPlace()
                .forEach(
                    (place, tally) -> totals.object(place.wireName(), one -> fill(one, tally))));
    answer.object("assumedLocal", one -> fill(one, usage.assumedLocal()));
    answer.objects(
        "rows",
        usage.rows(grouping),
        (one, row) -> {
          one.put(grouping.id(), row.group()).put("place", row.place().wireName());
          fill(one, row.tally());
        });
    answer.objects(
        "notKnown",
        usage.reasons().entrySet(),
        (one, reason) -> fill(one.put("reason", reason.getKey()), reason.getValue()));
    answer.put("unreadableLines", usage.unreadable());
    fillCost(answer, said);
    answer.put("answer", said.text()).messages("assumptions", said.assumptions());
  }

  private static void fillCost(Answer answer, SavingsAnswer said) {
    var cost = said.cost();
    if (!cost.isPriced()) {
      return;
    }
    answer.object(
        "localInCloud",
        one ->
            one.put("currency", said.prices().currency())
                .put("least", cost.least().map(BigDecimal::doubleValue))
                .put("most", cost.most().doubleValue())
                .strings("insteadOf", cost.instead())
                .strings("unpriced", cost.unpriced()));
  }

  private static void fill(Answer answer, Tally tally) {
    answer
        .put("requests", tally.requests())
        .put("inputTokens", tally.inputTokens())
        .put("cacheReadTokens", tally.cacheReadTokens())
        .put("cacheWriteTokens", tally.cacheWriteTokens())
        .put("outputTokens", tally.outputTokens());
  }
}
