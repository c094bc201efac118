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
      LoadedModel model,
      boolean serverCountsAll,
      long truth,
      Optional<LoggedLoad> logged,
      Known<Long> held,
      Optional<RunnerCommand> command) {
    var reasons = new ArrayList<Message>();
    logged
        .map(load -> truth - load.totalBytes())
        .filter(encoder -> encoder > 0)
        .ifPresent(encoder -> reasons.add(Message.of("truth.reason.encoder", new Bytes(encoder))));
    if (!serverCountsAll && model.bytes() < truth) {
      reasons.add(lost(logged));
    }
    long inRam = truth - model.vramBytes();
    held.toOptional()
        .ifPresent(bytes -> {
          if (bytes < inRam - SMALL) {
            reasons.add(
                Message.of(
                    command.filter(RunnerCommand::mapsFile).isPresent()
                        ? "truth.reason.mapped"
                        : "truth.reason.untouched",
                    new Bytes(inRam - bytes)));
          } else if (bytes > inRam + SMALL) {
            reasons.add(Message.of("truth.reason.more", new Bytes(bytes - inRam)));
          }
        });
    return reasons;
  }

  private static Message lost(Optional<LoggedLoad> logged) {
    var caches = logged.map(load -> load.bytes("KV")).orElse(List.of());
    if (caches.size() < 2) {
      return Message.of("truth.reason.undercounts");
    }
    long all = caches.stream().mapToLong(Long::longValue).sum();
    return Message.of(
        "truth.reason.oneCache", new Bytes(caches.getLast()), new Bytes(all - caches.getLast()));
  }
}
