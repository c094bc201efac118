package dev.switchyard.ui.text;

import dev.switchyard.domain.Bytes;
import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.model.TransferMeter;
import java.time.Duration;

/// Writes how far a transfer is: how much is here, how fast it comes, how long it will go on.
public final class TransferTexts {
  private TransferTexts() {}

  public static Message of(TransferMeter.Reading reading) {
    var progress = reading.progress();
    if (progress.layers().isEmpty()) {
      return Message.of("transfer.starting");
    }
    var amount = amount(progress.completedBytes(), progress.totalBytes());
    if (progress.completedBytes() >= progress.totalBytes()) {
      return Message.of("transfer.finishing", amount);
    }
    if (reading.bytesPerSecond() instanceof Known.Value<Long>(var speed)
        && reading.left() instanceof Known.Value<Duration>(var left)) {
      return Message.of("transfer.pace", amount, new Bytes(speed), left(left));
    }
    return amount;
  }

  public static Message amount(long completedBytes, long totalBytes) {
    return Message.of("transfer.amount", new Bytes(completedBytes), new Bytes(totalBytes));
  }

  private static Message left(Duration left) {
    if (left.toMinutes() < 1) {
      return Message.of("transfer.left.seconds", left.toSeconds());
    }
    return left.toHours() < 1
        ? Message.of("transfer.left.minutes", left.plusSeconds(30).toMinutes())
        : Message.of("transfer.left.hours", left.toHours(), left.toMinutesPart());
  }
}
