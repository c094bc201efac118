package dev.switchyard.domain.model;

import dev.switchyard.domain.Message;
import java.util.List;
import java.util.Optional;

/// Models that are known to work with Claude Code and what each needs. A new one is one row here
/// and its two texts.
///
/// Source: the guide's table of Gemma 4, April 2026. Its gigabytes are decimal, as Ollama's are.
public final class Catalogue {
  /// @param name what is pulled
  /// @param bytes the download, as the guide rounds it
  /// @param trainedContext tokens
  /// @param description what it is good for
  /// @param needs the hardware that it needs
  public record Entry(
      ModelName name, long bytes, int trainedContext, Message description, Message needs) {
    private static Entry of(String name, long bytes, int trainedContext, String key) {
      return new Entry(
          ModelName.of(name),
          bytes,
          trainedContext,
          Message.of("models.catalogue." + key),
          Message.of("models.catalogue." + key + ".needs"));
    }
  }

  public static final List<Entry> ENTRIES =
      List.of(
          Entry.of("gemma4:26b", 18_000_000_000L, 262_144, "gemma4-26b"),
          Entry.of("gemma4", 9_600_000_000L, 131_072, "gemma4-e4b"),
          Entry.of("gemma4:e2b", 7_200_000_000L, 131_072, "gemma4-e2b"),
          Entry.of("gemma4:31b", 20_000_000_000L, 262_144, "gemma4-31b"));

  private Catalogue() {}

  public static Optional<Entry> find(ModelName name) {
    return ENTRIES.stream().filter(entry -> entry.name().equals(name)).findFirst();
  }
}
