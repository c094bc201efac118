package dev.switchyard.domain.truth;

import dev.switchyard.domain.Bytes;
import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.model.LoadedModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Why the figures of one load differ, for a person.
final class Differences {
  /// What programs need beside their buffers, and rounding.
  private static final long SMALL = 48L << 20;

  private Differences() {}

  static List<Message> of(
      LoadedModel model, boolean serverCountsAll, long truth, RunnerSight.Seen seen) {
    var reasons = new ArrayList<Message>();
    var logged = seen.logged().toOptional();
    logged
        .map(load -> truth - load.totalBytes())
        .filter(encoder -> encoder > 0)
        .ifPresent(encoder -> reasons.add(Message.of("truth.reason.encoder", new Bytes(encoder))));
    if (!serverCountsAll && model.bytes() < truth) {
      reasons.add(lost(logged, truth - model.bytes()));
    }
    long inRam = truth - model.vramBytes();
    seen.heldBytes()
        .toOptional()
        .ifPresent(bytes -> {
          if (bytes < inRam - SMALL) {
            reasons.add(
                Message.of(
                    seen.request().filter(LoadRequest::mapsFile).isPresent()
                        ? "truth.reason.mapped"
                        : "truth.reason.untouched",
                    new Bytes(inRam - bytes)));
          } else if (bytes > inRam + SMALL) {
            reasons.add(Message.of("truth.reason.more", new Bytes(bytes - inRam)));
          }
        });
    logged
        .filter(_ -> seen.gpuBytes().toOptional().isEmpty())
        .ifPresent(load -> rise(seen.gpuRises(), load.gpuBytes()).ifPresent(reasons::add));
    return reasons;
  }

  private static Optional<Message> rise(Known<List<GpuRise>> rises, long allocated) {
    return rises
        .toOptional()
        .map(all -> all.stream().mapToLong(GpuRise::bytes).sum() - allocated)
        .filter(difference -> Math.abs(difference) > SMALL)
        .map(difference ->
            Message.of(
                difference > 0 ? "truth.reason.rise.more" : "truth.reason.rise.less",
                new Bytes(Math.abs(difference))));
  }

  private static Message lost(Optional<LoggedLoad> logged, long missing) {
    var caches = logged.map(load -> load.bytes("KV")).orElse(List.of());
    if (caches.size() < 2) {
      long working = logged.map(load -> sum(load.bytes("compute"))).orElse(0L);
      return working > 0 && Math.abs(missing - working) < SMALL
          ? Message.of("truth.reason.noCompute", new Bytes(working))
          : Message.of("truth.reason.undercounts");
    }
    long all = sum(caches);
    return Message.of(
        "truth.reason.oneCache", new Bytes(caches.getLast()), new Bytes(all - caches.getLast()));
  }

  private static long sum(List<Long> bytes) {
    return bytes.stream().mapToLong(Long::longValue).sum();
  }
}
