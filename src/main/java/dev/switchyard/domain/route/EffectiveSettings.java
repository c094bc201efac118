package dev.switchyard.domain.route;

import dev.switchyard.domain.route.text.Section;
import dev.switchyard.domain.route.text.SettingKey;
import dev.switchyard.domain.route.text.SettingValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The settings in force: of each key the strongest layer's value. Environment keys merge one by
/// one over all layers, and an empty text counts as a value.
final class EffectiveSettings {
  /// @param layer who sets it
  /// @param value to what
  record Source(Layer layer, SettingValue value) {}

  private final List<SettingsLayer> layers;
  private final Map<String, String> process;

  EffectiveSettings(RouteInputs inputs) {
    this.layers = inputs.layers();
    this.process = inputs.process();
  }

  /// All layers that set a key, strongest first.
  List<Source> sources(SettingKey key) {
    var sources = new ArrayList<Source>();
    for (var layer : layers) {
      if (layer.content() instanceof SettingsLayer.Content.Loaded(var text)) {
        text.value(key).ifPresent(value -> sources.add(new Source(layer.layer(), value)));
      }
    }
    if (key.section() == Section.ENV && process.containsKey(key.name())) {
      sources.add(new Source(Layer.PROCESS, new SettingValue(process.get(key.name()), true)));
    }
    return sources;
  }

  Optional<Source> winner(SettingKey key) {
    return sources(key).stream().findFirst();
  }

  Optional<Source> env(String name) {
    return winner(SettingKey.env(name));
  }

  /// The value in force, where it is more than an empty text.
  Optional<String> value(SettingKey key) {
    return winner(key).map(source -> source.value().text()).filter(text -> !text.isEmpty());
  }

  Optional<String> envValue(String name) {
    return value(SettingKey.env(name));
  }

  /// The first of several names that has a value: programs ask for `http_proxy` before
  /// `HTTP_PROXY`.
  Optional<String> firstEnvValue(String... names) {
    return Stream.of(names).map(this::envValue).flatMap(Optional::stream).findFirst();
  }

  /// Whether a switch such as `CLAUDE_CODE_USE_BEDROCK` is on.
  boolean isOn(String name) {
    return envValue(name).filter(EffectiveSettings::isOnValue).isPresent();
  }

  static boolean isOnValue(String value) {
    return List.of("1", "true", "yes", "on").contains(value.strip().toLowerCase(Locale.ROOT));
  }
}
