package dev.switchyard.domain.model;

import dev.switchyard.domain.Message;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// What may be worth pulling: the guide's models first, then what the server recommends, then the
/// rest of the catalogue.
public final class PullSuggestions {
  /// @param description what it is good for
  /// @param needs the hardware that it needs, in whose words it is said
  /// @param bytes the download's size, 0 where nobody says
  /// @param context tokens that it was trained for, 0 where nobody says
  /// @param installed whether the server has it already
  /// @param usual whether it is offered before anybody asks for more
  public record Suggestion(
      ModelName name,
      Message description,
      Message needs,
      long bytes,
      int context,
      boolean installed,
      boolean usual) {}

  private PullSuggestions() {}

  /// Without stubs of Ollama's cloud: what they serve does not run on the person's machine.
  public static List<Suggestion> of(
      Collection<Recommendation> recommendations, Collection<InstalledModel> installed) {
    var names = installed.stream().map(InstalledModel::name).toList();
    var suggestions = new ArrayList<Suggestion>();
    Catalogue.ENTRIES.stream()
        .filter(Catalogue.Entry::inGuide)
        .forEach(entry -> suggestions.add(of(entry, names)));
    for (var recommendation : recommendations) {
      if (!isCloud(recommendation.name()) && !isIn(suggestions, recommendation.name())) {
        suggestions.add(
            new Suggestion(
                recommendation.name(),
                Message.of("models.recommended", recommendation.description()),
                needs(recommendation),
                0,
                recommendation.contextLength(),
                names.contains(recommendation.name()),
                true));
      }
    }
    Catalogue.ENTRIES.stream()
        .filter(entry -> !isIn(suggestions, entry.name()))
        .toList()
        .forEach(entry -> suggestions.add(of(entry, names)));
    return suggestions;
  }

  private static Suggestion of(Catalogue.Entry entry, List<ModelName> installed) {
    return new Suggestion(
        entry.name(),
        entry.description(),
        entry.needs(),
        entry.bytes(),
        entry.trainedContext(),
        installed.contains(entry.name()),
        entry.inGuide());
  }

  private static boolean isIn(List<Suggestion> suggestions, ModelName name) {
    return suggestions.stream().anyMatch(suggestion -> suggestion.name().equals(name));
  }

  /// The server reserves these endings for its cloud. Source: Ollama
  /// `internal/modelref/modelref.go`.
  public static boolean isCloud(ModelName name) {
    return name.toString().endsWith(":cloud") || name.toString().endsWith("-cloud");
  }

  private static Message needs(Recommendation recommendation) {
    return recommendation.vramBytes() > 0
        ? Message.of("models.recommended.vram", recommendation.vramBytes() / 1_000_000_000)
        : Message.of("models.recommended.no-needs");
  }
}
