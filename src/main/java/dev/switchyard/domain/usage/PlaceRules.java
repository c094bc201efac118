package dev.switchyard.domain.usage;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.model.ModelName;
import dev.switchyard.domain.route.Destination;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Tells who answered. A transcript does not say where a request went: the form of the answer's id
/// comes first, then where Switchyard had routed the project at that time, and last an assumption
/// on models that are installed here. The model's name alone proves nothing: a local model may be
/// called like one of Claude's.
///
/// @param models what the Ollama on this machine has
public record PlaceRules(Known<Models> models) {
  /// @param own served by itself
  /// @param stubs served by Ollama's cloud, whatever they are called
  public record Models(Set<ModelName> own, Set<ModelName> stubs) {}

  /// As Ollama marks what its own cloud serves: `qwen3-coder:480b-cloud`, `kimi-k2.5:cloud`.
  private static final Pattern OF_OLLAMAS_CLOUD = Pattern.compile(".*:(?:.*-)?cloud");

  public Place of(UsageKey key) {
    return switch (key.form()) {
      case ANTHROPIC -> ofAnthropicForm(key);
      case OLLAMA -> ofOllama(key);
      case UNKNOWN -> ofUnknownForm(key);
    };
  }

  private static Place ofAnthropicForm(UsageKey key) {
    return key.model().toLowerCase(Locale.ROOT).contains("claude")
        ? new Place.Cloud()
        : new Place.NotKnown(Message.of("usage.unknown.contradiction"));
  }

  private Place ofOllama(UsageKey key) {
    if (isRouted(key, Destination.OTHER) || isOfOllamasCloud(key)) {
      return new Place.Other();
    }
    if (isRouted(key, Destination.LOCAL)) {
      return new Place.Local(Place.Basis.ROUTE);
    }
    return switch (models) {
      case Known.Unknown<Models>(var reason) ->
          new Place.NotKnown(Message.of("usage.unknown.models", reason));
      case Known.Value<Models>(var names) ->
          isIn(names.own(), key)
              ? new Place.Local(Place.Basis.INSTALLED)
              : new Place.NotKnown(Message.of("usage.unknown.ollama"));
    };
  }

  private boolean isOfOllamasCloud(UsageKey key) {
    return OF_OLLAMAS_CLOUD.matcher(key.model().toLowerCase(Locale.ROOT)).matches()
        || models.toOptional().filter(names -> isIn(names.stubs(), key)).isPresent();
  }

  private static boolean isIn(Set<ModelName> names, UsageKey key) {
    return ModelName.parse(key.model()).filter(names::contains).isPresent();
  }

  private static Place ofUnknownForm(UsageKey key) {
    if (isRouted(key, Destination.LOCAL)) {
      return new Place.Local(Place.Basis.ROUTE);
    }
    return isRouted(key, Destination.OTHER)
        ? new Place.Other()
        : new Place.NotKnown(Message.of("usage.unknown.form"));
  }

  private static boolean isRouted(UsageKey key, Destination destination) {
    return key.routed().filter(destination::equals).isPresent();
  }
}
