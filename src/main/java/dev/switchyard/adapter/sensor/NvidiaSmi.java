package dev.switchyard.adapter.sensor;

import dev.switchyard.adapter.process.Command;
import dev.switchyard.adapter.process.Outcome;
import dev.switchyard.adapter.process.Processes;
import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import java.time.Duration;

/// NVIDIA's own program, for machines where the driver's library is nowhere that Switchyard looks.
/// It takes 20 to 100 ms of work at each start, so it is asked less often than the window draws.
final class NvidiaSmi {
  private static final Duration LIMIT = Duration.ofSeconds(5);
  private static final String[] CARDS = {
    "nvidia-smi", "--query-gpu=" + SmiTable.CARD_FIELDS, "--format=csv,noheader,nounits"
  };
  private static final String[] PROCESSES = {
    "nvidia-smi", "--query-compute-apps=" + SmiTable.PROCESS_FIELDS, "--format=csv,noheader,nounits"
  };

  private final Processes processes;

  NvidiaSmi(Processes processes) {
    this.processes = processes;
  }

  /// Lines for [SmiTable#cards], or why there are none.
  Known<String> cards() {
    return run(Command.of(CARDS));
  }

  /// Lines for [SmiTable#uses], or why there are none.
  Known<String> processes() {
    return run(Command.of(PROCESSES));
  }

  private Known<String> run(Command command) {
    try {
      var outcome = processes.run(command.within(LIMIT));
      return outcome.succeeded() ? Known.of(outcome.output()) : Known.unknown(refusal(outcome));
    } catch (PortException e) {
      return Known.unknown(e.text());
    }
  }

  /// It tells on its standard output why it fails.
  private static Message refusal(Outcome outcome) {
    return SmiTable.refusal(outcome.output() + outcome.errors());
  }
}
