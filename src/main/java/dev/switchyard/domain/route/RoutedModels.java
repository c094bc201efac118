package dev.switchyard.domain.route;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The models that a route's settings name, against those that were asked for.
public final class RoutedModels {
  private static final List<String> MAIN =
      List.of("ANTHROPIC_MODEL", "model", "ANTHROPIC_DEFAULT_MODEL");

  private final EffectiveRoute route;
  private final Set<String> named;

  public RoutedModels(EffectiveRoute route) {
    this.route = route;
    this.named =
        route.values().entrySet().stream()
            .filter(entry -> entry.getKey().equals("model") || entry.getKey().endsWith("_MODEL"))
            .map(Map.Entry::getValue)
            .map(setting -> plain(setting.value()))
            .filter(name -> !name.isEmpty())
            .collect(Collectors.toSet());
  }

  /// Only of a route that leaves the cloud can be said that other models are wrong: the cloud's own
  /// aliases stand for names that change.
  public boolean routes(String model) {
    return !route.destination().leavesCloud() || named.isEmpty() || named.contains(plain(model));
  }

  public Set<String> all() {
    return named;
  }

  /// The layer that names the conversation's own model.
  public Optional<Layer> layer() {
    return MAIN.stream()
        .map(route.values()::get)
        .filter(setting -> setting != null && !setting.value().isEmpty())
        .map(EffectiveRoute.Setting::winner)
        .findFirst();
  }

  /// The variable that would route a model of Anthropic's, told by its tier.
  public static Optional<String> variable(String model) {
    return Tier.partOf(model).map(Tier::variable);
  }

  /// A name may carry the wish for a million tokens of context, which is not sent.
  private static String plain(String model) {
    return model.strip().replaceFirst("(?i)\\[1m]$", "");
  }
}
