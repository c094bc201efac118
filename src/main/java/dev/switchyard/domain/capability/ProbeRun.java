package dev.switchyard.domain.capability;

import dev.switchyard.domain.Cancellation;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.capability.Outcome.Failed;
import dev.switchyard.domain.capability.Step.Ask;
import dev.switchyard.domain.capability.Step.Done;
import java.util.ArrayList;
import java.util.List;

/// Asks an endpoint one probe after another. Each ends within its limit, and once the server has
/// been silent for whole probes no other one waits for it.
final class ProbeRun {
  private static final int MOST_SILENT = 2;

  private final ProbedEndpoint endpoint;
  private final ProbeLimits limits;
  private final Cancellation cancellation;
  private boolean begun;
  private int silent;

  ProbeRun(ProbedEndpoint endpoint, ProbeLimits limits, Cancellation cancellation) {
    this.endpoint = endpoint;
    this.limits = limits;
    this.cancellation = cancellation;
  }

  /// @throws PortException CANCELLED
  Finding ask(Probe probe, Subject subject) throws PortException {
    if (silent >= MOST_SILENT) {
      return finding(probe, Judgement.unknown(Message.of("capability.not-asked")), List.of());
    }
    var left = begun ? limits.each() : limits.first();
    begun = true;
    var exchanges = new ArrayList<Exchange>();
    while (true) {
      switch (probe.next(subject, exchanges)) {
        case Done(var judgement) -> {
          silent = isSilent(exchanges) ? silent + 1 : 0;
          return finding(probe, judgement, exchanges);
        }
        case Ask(var question) -> {
          if (!left.isPositive()) {
            return finding(probe, Judgement.unknown(Message.of("capability.no-time")), exchanges);
          }
          var exchange = endpoint.ask(question, left, cancellation);
          left = left.minus(exchange.evidence().took());
          exchanges.add(exchange);
        }
      }
    }
  }

  private static boolean isSilent(List<Exchange> exchanges) {
    return !exchanges.isEmpty()
        && exchanges.getLast().outcome() instanceof Failed(_, boolean limited)
        && limited;
  }

  private static Finding finding(Probe probe, Judgement judgement, List<Exchange> exchanges) {
    return new Finding(probe.id(), judgement, exchanges.stream().map(Exchange::evidence).toList());
  }
}
