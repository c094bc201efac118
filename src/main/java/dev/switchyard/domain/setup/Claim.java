package dev.switchyard.domain.setup;

import dev.switchyard.domain.Bytes;
import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.fit.Hardware;
import dev.switchyard.domain.fit.Verdict;
import dev.switchyard.domain.model.Catalogue;

/// What can be said of a model whose shape is not known: only about, from what its publisher states
/// or from the size of its download.
///
/// @param verdict unknown where nothing is stated, or where a cloud serves it
/// @param sentence the same in words
public record Claim(Known<Verdict> verdict, Message sentence) {
  static Claim of(Catalogue.Entry entry, Hardware hardware) {
    if (entry.cloud()) {
      return unknown(Message.of("models.verdict.cloud"));
    }
    long needed = Math.max(entry.statedMemory(), entry.bytes());
    if (needed == 0) {
      return unknown(Message.of("models.verdict.nothing-known"));
    }
    return switch (hardware.freeRam()) {
      case Known.Unknown<Long>(var reason) when hardware.freeGpus().isEmpty() -> unknown(reason);
      case Known.Unknown<Long> _ -> about(needed, hardware, 0);
      case Known.Value<Long>(var ram) -> about(needed, hardware, ram);
    };
  }

  private static Claim about(long needed, Hardware hardware, long ram) {
    long gpus = hardware.freeGpus().stream().mapToLong(Long::longValue).sum();
    var verdict = verdict(needed, hardware.freeGpus().isEmpty() ? ram : gpus, gpus + ram);
    return new Claim(
        Known.of(verdict),
        Message.of("models.verdict.about." + verdict.wireName(), new Bytes(needed)));
  }

  private static Verdict verdict(long needed, long wanted, long all) {
    if (needed <= wanted) {
      return Verdict.FITS;
    }
    return needed <= all ? Verdict.SPLITS : Verdict.CANNOT_LOAD;
  }

  private static Claim unknown(Message reason) {
    return new Claim(Known.unknown(reason), reason);
  }
}
