package dev.switchyard.domain.route;

import dev.switchyard.domain.route.text.Section;
import dev.switchyard.domain.route.text.SettingKey;
import dev.switchyard.domain.route.text.SettingValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// The settings in force: of each key the strongest layer's value. Environment keys merge one by
/// one over all layers, and an empty text counts as a value.
final class EffectiveSettings {
  /// @param layer who sets it
  /// @param value to what
  /// @param origin where that stands
  record Source(Layer layer, SettingValue value, Origin origin) {}

  private final List<SettingsLayer> layers;
  private final StartEnvironment process;

  EffectiveSettings(RouteInputs inputs) {
    this.layers = inputs.layers();
    this.process = inputs.process();
  }

  /// All layers that set a key, strongest first.
  List<Source> sources(SettingKey key) {
    var sources = new ArrayList<Source>();
    for (var layer : layers) {
      if (layer.content() instanceof SettingsLayer.Content.Loaded(var text)) {
        text.value(key)
            .ifPresent(value -> sources.add(new Source(layer.layer(), value, layer.origin())));
      }
    }
    if (key.section() == Section.ENV) {
      addVariable(key.name(), sources);
    }
    return sources;
  }

  private void addVariable(String name, List<Source> sources) {
    for (var feed : process.feeds()) {
      var text = feed.variables().get(name);
      if (text != null) {
        sources.add(new Source(Layer.PROCESS, new SettingValue(text, true), feed.origin(name)));
      }
    }
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
