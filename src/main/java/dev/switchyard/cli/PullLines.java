package dev.switchyard.cli;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.model.ModelName;
import dev.switchyard.domain.model.TransferMeter;
import dev.switchyard.domain.model.TransferProgress;
import dev.switchyard.ui.text.TransferTexts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/// Tells a pull's progress on standard error: every few seconds, and when its last part begins.
final class PullLines implements Consumer<TransferProgress> {
  private static final Duration INTERVAL = Duration.ofSeconds(2);

  private final Console console;
  private final ModelName name;
  private final Clock clock;
  private final TransferMeter meter = new TransferMeter();
  private Instant next = Instant.MIN;
  private TransferProgress last = new TransferProgress("", List.of());

  PullLines(Console console, ModelName name, Clock clock) {
    this.console = console;
    this.name = name;
    this.clock = clock;
  }

  @Override
  public void accept(TransferProgress progress) {
    var now = clock.instant();
    var reading = meter.report(now, progress);
    boolean newLayer = progress.layers().size() > last.layers().size();
    last = progress;
    if (newLayer || !now.isBefore(next)) {
      next = now.plus(INTERVAL);
      console.note(Message.of("cli.pull.line", name.shortText(), TransferTexts.of(reading)));
    }
  }

  long completedBytes() {
    return last.completedBytes();
  }

  long totalBytes() {
    return last.totalBytes();
  }
}
