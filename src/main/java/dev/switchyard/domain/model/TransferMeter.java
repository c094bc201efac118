package dev.switchyard.domain.model;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.model.TransferProgress.Layer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/// Tells a transfer's speed and how long it will go on, from the progress that is reported to it.
///
/// Only bytes that come in between two reports count: what was there before, from an earlier pull
/// or another model, says nothing about the speed.
public final class TransferMeter {
  /// The speed is the mean of this much time: long enough to be calm, short enough to follow a
  /// change.
  private static final Duration WINDOW = Duration.ofSeconds(10);

  private static final Duration LEAST = Duration.ofSeconds(1);

  /// @param at when
  /// @param transferred bytes that came in since the first report
  private record Sample(Instant at, long transferred) {}

  /// A transfer at one moment.
  ///
  /// @param bytesPerSecond mean of the last seconds
  /// @param left for the layers known so far, at that speed
  public record Reading(
      TransferProgress progress, Known<Long> bytesPerSecond, Known<Duration> left) {}

  private final Deque<Sample> samples = new ArrayDeque<>();
  private final Map<String, Long> completedByDigest = new HashMap<>();
  private long transferred;

  public Reading report(Instant now, TransferProgress progress) {
    for (var layer : progress.layers()) {
      var before = completedByDigest.put(layer.digest(), layer.completedBytes());
      if (before != null) {
        transferred += Math.max(0, layer.completedBytes() - before);
      }
    }
    samples.addLast(new Sample(now, transferred));
    while (samples.size() > 2 && samples.getFirst().at().isBefore(now.minus(WINDOW))) {
      samples.removeFirst();
    }
    var speed = speed(now);
    return new Reading(progress, speed, left(progress, speed));
  }

  private Known<Long> speed(Instant now) {
    var first = samples.getFirst();
    var elapsed = Duration.between(first.at(), now);
    if (elapsed.compareTo(LEAST) < 0) {
      return Known.unknown(Message.of("models.speed.too-early"));
    }
    return Known.of((transferred - first.transferred()) * 1000 / elapsed.toMillis());
  }

  private static Known<Duration> left(TransferProgress progress, Known<Long> speed) {
    long bytes = progress.layers().stream().mapToLong(TransferMeter::missing).sum();
    return speed.flatMap(perSecond ->
        perSecond == 0
            ? Known.unknown(Message.of("models.speed.stalled"))
            : Known.of(Duration.ofSeconds(bytes / perSecond)));
  }

  private static long missing(Layer layer) {
    return Math.max(0, layer.totalBytes() - layer.completedBytes());
  }
}
