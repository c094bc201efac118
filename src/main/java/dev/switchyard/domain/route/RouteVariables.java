package dev.switchyard.domain.route;

import dev.switchyard.domain.route.text.Section;
import dev.switchyard.domain.route.text.SettingKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What of a process' environment decides about its route, without any credential.
public final class RouteVariables {
  private RouteVariables() {}

  /// The names of those that count wherever they are set.
  public static List<String> names() {
    return Stream.concat(RouteKeys.keys().stream(), RouteResolver.OTHERS.stream())
        .filter(key -> key.section() == Section.ENV)
        .map(SettingKey::name)
        .toList();
  }

  /// With those that count only in the environment that Claude Code is started with.
  public static List<String> namesAtStart() {
    return Stream.of(names(), EffectiveSettings.HOSTS, List.of(RestrictedMode.VARIABLE))
        .flatMap(List::stream)
        .toList();
  }

  /// @param environment all variables of a process
  /// @return those of routes; a credential's value is [EffectiveRoute#HIDDEN], which still tells
  ///   that there is one
  public static Map<String, String> withoutSecrets(Map<String, String> environment) {
    var kept = new LinkedHashMap<String, String>();
    for (var name : namesAtStart()) {
      var value = environment.get(name);
      if (value != null) {
        kept.put(name, RouteResolver.shown(SettingKey.env(name), value));
      }
    }
    return kept;
  }
}
