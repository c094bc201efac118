package dev.switchyard.domain.route;

import dev.switchyard.domain.route.EffectiveRoute.Setting;
import dev.switchyard.domain.route.EffectiveRoute.Source;
import dev.switchyard.domain.route.text.SettingKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Answers where Claude Code would send its requests, from what stands in its settings. It behaves
/// as Claude Code 2.1.330 does in the surprising cases too.
public final class RouteResolver {
  private static final SettingKey BASE_URL = SettingKey.env("ANTHROPIC_BASE_URL");
  static final List<String> PROVIDERS =
      List.of(
          "CLAUDE_CODE_USE_BEDROCK",
          "CLAUDE_CODE_USE_VERTEX",
          "CLAUDE_CODE_USE_FOUNDRY",
          "CLAUDE_CODE_USE_MANTLE",
          "CLAUDE_CODE_USE_ANTHROPIC_AWS",
          "CLAUDE_CODE_USE_ANTHROPIC_GOOGLE_CLOUD");

  /// Keys that decide about a route without belonging to it.
  static final List<SettingKey> OTHERS =
      Stream.concat(
              Stream.of("ANTHROPIC_DEFAULT_MODEL", "CLAUDE_CODE_OAUTH_TOKEN"),
              ProxyRule.PROXY_VARIABLES.stream())
          .map(SettingKey::env)
          .toList();

  static final Set<SettingKey> SECRET =
      Set.of(
          CredentialRule.TOKEN,
          CredentialRule.KEY,
          CredentialRule.HELPER,
          CredentialRule.HEADERS,
          CredentialRule.OAUTH);

  private RouteResolver() {}

  public static EffectiveRoute resolve(RouteInputs inputs) {
    var resolution = resolution(inputs);
    return new EffectiveRoute(
        inputs.folder(),
        resolution.destination(),
        resolution.provider().isPresent() ? "" : resolution.baseUrl().shown(),
        resolution.model(),
        resolution.credential(),
        values(resolution.settings()),
        RouteProblems.of(resolution),
        resolution.endpoint(),
        resolution.localOnly().toOptional().flatMap(rule -> rule));
  }

  static Resolution resolution(RouteInputs all) {
    var inputs = RestrictedMode.counting(all);
    var settings = new EffectiveSettings(inputs);
    var url = settings.winner(BASE_URL);
    var baseUrl = BaseUrl.parse(url.map(source -> source.value().text()).orElse(""));
    var provider = PROVIDERS.stream().filter(settings::isOn).findFirst();
    var urlLayer =
        url.filter(source -> !source.value().text().isBlank()).map(EffectiveSettings.Source::layer);
    var destination = provider.isPresent() ? Destination.CLOUD : baseUrl.destination();
    var endpoint =
        destination.leavesCloud() ? endpoint(inputs, baseUrl) : Optional.<RouteEndpoint>empty();
    var refusal = StartRefusal.of(inputs, settings, destination);
    return new Resolution(
        inputs,
        settings,
        baseUrl,
        provider,
        refusal.isPresent() ? Destination.UNUSABLE : destination,
        ModelChoice.of(settings, inputs.model()),
        new CredentialRule(settings, inputs.account(), urlLayer, endpoint),
        refusal,
        endpoint);
  }

  private static Optional<RouteEndpoint> endpoint(RouteInputs inputs, BaseUrl url) {
    return inputs.knowledge().endpoints().stream().filter(one -> one.isAt(url)).findFirst();
  }

  private static Map<String, Setting> values(EffectiveSettings settings) {
    var values = new LinkedHashMap<String, Setting>();
    Stream.concat(RouteKeys.keys().stream(), OTHERS.stream())
        .forEach(key -> {
          var sources = settings.sources(key);
          if (!sources.isEmpty()) {
            values.put(key.displayName(), setting(key, sources));
          }
        });
    return values;
  }

  private static Setting setting(SettingKey key, List<EffectiveSettings.Source> sources) {
    var shown = sources.stream().map(source -> shown(key, source)).toList();
    return new Setting(shown.getFirst(), shown.subList(1, shown.size()));
  }

  private static Source shown(SettingKey key, EffectiveSettings.Source source) {
    return new Source(source.layer(), shown(key, source.value().text()), source.origin());
  }

  /// A credential's value goes nowhere, not even on the screen; an address may hold one too.
  static String shown(SettingKey key, String text) {
    boolean harmless = text.isEmpty() || Placeholders.contains(text) || text.equals("echo ollama");
    if (SECRET.contains(key)) {
      return harmless ? text : EffectiveRoute.HIDDEN;
    }
    return text.contains("@") ? BaseUrl.parse(text).shown() : text;
  }
}
