package dev.switchyard.domain.model;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.fit.ModelShape;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Models that are known to work with Claude Code and what is known of each before it is pulled. A
/// new one is one row in `catalogue.json` and its text.
///
/// Sources and dates stand beside the figures there. Gigabytes are decimal, as Ollama's are.
public final class Catalogue {
  /// @param name what is pulled
  /// @param bytes the download, 0 where nobody says
  /// @param trainedContext tokens, 0 where nobody says
  /// @param statedMemory bytes of GPU memory that its publisher says it needs, 0 where nobody does
  /// @param shape what its memory can be computed from; empty where it is not known before the pull
  /// @param quality its place in the guide's order, 1 for the best; 0 where the guide does not name
  ///   it
  /// @param activeParameters parameters that work on a token, 0 where nobody says
  /// @param cloud whether it is served by Ollama's cloud, not by the person's machine
  /// @param sources where each figure is from, and of when
  /// @param description what it is good for
  /// @param needs the hardware that it is said to need
  public record Entry(
      ModelName name,
      long bytes,
      int trainedContext,
      long statedMemory,
      Optional<ModelShape> shape,
      int quality,
      long activeParameters,
      boolean cloud,
      Map<String, String> sources,
      Message description,
      Message needs) {
    public Entry {
      sources = Map.copyOf(sources);
    }

    public boolean inGuide() {
      return quality > 0;
    }
  }

  private static final List<Entry> ALL = CatalogueReader.entries();

  /// What runs on a machine of one's own; the guide's choice first.
  public static final List<Entry> ENTRIES = ALL.stream().filter(entry -> !entry.cloud()).toList();

  private Catalogue() {}

  /// With those that Ollama's cloud serves.
  public static List<Entry> withCloud() {
    return ALL;
  }

  public static Optional<Entry> find(ModelName name) {
    return ENTRIES.stream().filter(entry -> entry.name().equals(name)).findFirst();
  }
}
