package dev.switchyard.domain.setup;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.memory.MemoryPool;
import dev.switchyard.domain.memory.MemoryReading;
import dev.switchyard.domain.model.Catalogue;
import dev.switchyard.domain.model.ModelName;
import java.util.List;
import java.util.Optional;

/// The model that a machine is told to pull first: the best that was computed, or for as long as
/// nothing was, the one that the guide would have it pull.
///
/// @param entry its row in the catalogue
/// @param sentence which it is, and what speaks for it
public record ModelSuggestion(Catalogue.Entry entry, Message sentence) {
  private static final long GB = 1_000_000_000L;

  /// The guide's hardware table in numbers, its first choice first. An RTX 3090 has 24 GB; a card's
  /// driver keeps a little of it.
  private static final List<Claim> CLAIMS =
      List.of(
          new Claim("gemma4:26b", 23 * GB, 32 * GB),
          new Claim("gemma4", 8 * GB, 16 * GB),
          new Claim("gemma4:e2b", 0, 0));

  /// @param vram bytes of GPU memory from which on it is said to run
  /// @param shared bytes of memory from which on it is said to run on Apple silicon. For 26b the
  ///   guide names a Mac with 16 GB, which is less than the model's file: it counts from the next
  ///   size
  private record Claim(String model, long vram, long shared) {}

  public String modelName() {
    return entry.name().toString();
  }

  /// As it was computed.
  public static ModelSuggestion of(BestModel best) {
    return new ModelSuggestion(
        best.entry(), Message.of("setup.model.best", best.entry().name().shortText()));
  }

  /// The guide's own. It names graphics cards and Macs, and says nothing of a machine with neither.
  /// By the size of the memory, not by what is free at the moment.
  public static ModelSuggestion of(MemoryReading reading) {
    long vram = largestGpu(reading);
    boolean unified = reading.ram().kind() == MemoryPool.Kind.UNIFIED;
    long ram = reading.ram().totalBytes().toOptional().orElse(0L);
    var claim =
        CLAIMS.stream()
            .filter(row -> vram > 0 ? vram >= row.vram() : ram >= row.shared())
            .filter(row -> vram > 0 || unified || !row.model().equals("gemma4:26b"))
            .findFirst()
            .orElse(CLAIMS.getLast());
    var entry = entry(claim.model());
    return new ModelSuggestion(
        entry,
        Message.of(
            vram > 0 || unified ? "setup.model.suggestion" : "setup.model.suggestion-own",
            entry.name().shortText(),
            entry.needs()));
  }

  private static long largestGpu(MemoryReading reading) {
    return reading.gpus().toOptional().stream()
        .flatMap(List::stream)
        .map(MemoryPool::totalBytes)
        .map(Known::toOptional)
        .flatMap(Optional::stream)
        .max(Long::compare)
        .orElse(0L);
  }

  private static Catalogue.Entry entry(String name) {
    return Catalogue.find(ModelName.of(name)).orElseThrow();
  }
}
