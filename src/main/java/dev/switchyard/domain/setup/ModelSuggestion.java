package dev.switchyard.domain.setup;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.memory.MemoryPool;
import dev.switchyard.domain.memory.MemoryReading;
import dev.switchyard.domain.model.Catalogue;
import dev.switchyard.domain.model.ModelName;
import java.util.List;
import java.util.Optional;

/// The model that the guide would have a machine pull first.
///
/// @param entry its row in the catalogue
/// @param guideCovers whether the guide says anything about such a machine: it names graphics cards
///   and Macs, and says nothing of a machine with neither
public record ModelSuggestion(Catalogue.Entry entry, boolean guideCovers) {
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
    return new ModelSuggestion(entry(claim.model()), vram > 0 || unified);
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
