package dev.switchyard.domain.route;

import dev.switchyard.domain.route.text.Section;
import dev.switchyard.domain.route.text.SettingKey;
import dev.switchyard.domain.route.text.SettingValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The settings in force: of each key the strongest layer's value. Environment keys merge one by
/// one over all layers, and an empty text counts as a value.
final class EffectiveSettings {
  /// @param layer who sets it
  /// @param value to what
  /// @param origin where that stands
  record Source(Layer layer, SettingValue value, Origin origin) {}

  private static final String MANAGED_BY_HOST = "CLAUDE_CODE_PROVIDER_MANAGED_BY_HOST";

  /// Source: measured on Claude Code 2.1.330. With one of these in the environment that it is
  /// started with, no settings file decides where requests go and with which credential; in a
  /// settings file they do nothing.
  static final List<String> HOSTS =
      List.of(MANAGED_BY_HOST, "CLAUDE_CODE_HOST_AUTH_ENV_VAR", "ANTHROPIC_UNIX_SOCKET");

  private final List<SettingsLayer> layers;
  private final StartEnvironment process;
  private final boolean takenOver;

  EffectiveSettings(RouteInputs inputs) {
    this.layers = inputs.layers();
    this.process = inputs.process();
    this.takenOver = host().isPresent();
  }

  /// The variable with which a program that starts Claude Code has taken over where requests go.
  Optional<String> host() {
    var variables = process.variables();
    return HOSTS.stream()
        .filter(name -> isTakenOver(name, variables.getOrDefault(name, "")))
        .findFirst();
  }

  private static boolean isTakenOver(String name, String value) {
    return name.equals(MANAGED_BY_HOST) ? isOnValue(value) : !value.isEmpty();
  }

  /// All layers that set a key, strongest first.
  List<Source> sources(SettingKey key) {
    var sources = new ArrayList<Source>();
    for (var layer : takenOver && decidesWhere(key) ? List.<SettingsLayer>of() : layers) {
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

  private static boolean decidesWhere(SettingKey key) {
    return switch (key.section()) {
      case ENV ->
          key.name().startsWith("CLAUDE_CODE_USE_")
              || key.name().equals("CLAUDE_CODE_OAUTH_TOKEN")
              || key.name().startsWith("ANTHROPIC_");
      case TOP -> key.equals(CredentialRule.HELPER);
      case PERMISSIONS, DENY -> false;
    };
  }

  /// The texts of an array, as the strongest file that has it says.
  Optional<List<String>> texts(SettingKey key, Set<Layer> of) {
    return layers.stream()
        .filter(layer -> of.contains(layer.layer()))
        .map(SettingsLayer::content)
        .flatMap(content ->
            content instanceof SettingsLayer.Content.Loaded(var text)
                ? text.texts(key).stream()
                : Stream.empty())
        .findFirst();
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
