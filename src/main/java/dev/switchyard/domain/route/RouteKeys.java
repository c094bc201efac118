package dev.switchyard.domain.route;

import static java.util.stream.Collectors.toUnmodifiableMap;

import dev.switchyard.domain.route.text.SettingKey;
import dev.switchyard.domain.route.text.SettingsText;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// The keys that a local route owns, one row each. Another key is one more row, with its reason in
/// the bundle.
///
/// Source: measured on Claude Code 2.1.330; with all of them set, no request of any kind left for
/// another host, and none asked for another model, whatever the environment held.
public final class RouteKeys {
  private static final SettingKey ENFORCED = SettingKey.top("enforceAvailableModels");

  /// What stands at these keys in other layers changes the requests themselves: a body can name
  /// another model, and a list of models that is enforced replaces one that is not on it.
  static final Set<SettingKey> INTERFERING = Set.of(ExtraBody.KEY, ENFORCED);

  /// The rows, in the order in which they are written into a new file.
  public static final List<RouteKey> ALL =
      List.of(
          top("model", LocalRoute::model, "route.reason.model"),
          text(
              SettingKey.top("apiKeyHelper"),
              route -> route.credential().helper(),
              true,
              "route.reason.apiKeyHelper"),
          new RouteKey(
              ENFORCED,
              route -> Optional.of("false").filter(_ -> route.interfering().contains(ENFORCED)),
              false,
              false,
              "route.reason.enforcedModels"),
          env("ANTHROPIC_BASE_URL", LocalRoute::baseUrl, "route.reason.baseUrl"),
          env(
              "ANTHROPIC_AUTH_TOKEN",
              route -> route.credential().token(),
              "route.reason.authToken"),
          env("ANTHROPIC_API_KEY", "", "route.reason.apiKey"),
          env("ANTHROPIC_CUSTOM_HEADERS", "", "route.reason.customHeaders"),
          env("ANTHROPIC_MODEL", LocalRoute::model, "route.reason.anthropicModel"),
          env("ANTHROPIC_DEFAULT_OPUS_MODEL", LocalRoute::model, "route.reason.tier"),
          env("ANTHROPIC_DEFAULT_SONNET_MODEL", LocalRoute::model, "route.reason.tier"),
          env("ANTHROPIC_DEFAULT_HAIKU_MODEL", LocalRoute::model, "route.reason.tier"),
          env("ANTHROPIC_DEFAULT_FABLE_MODEL", LocalRoute::model, "route.reason.tier"),
          env("ANTHROPIC_SMALL_FAST_MODEL", LocalRoute::model, "route.reason.smallFast"),
          env("CLAUDE_CODE_SUBAGENT_MODEL", LocalRoute::model, "route.reason.subagent"),
          env("CLAUDE_CODE_SUBAGENT_MODEL_FORCE", "1", "route.reason.subagentForce"),
          env("CLAUDE_CODE_USE_BEDROCK", "0", "route.reason.provider"),
          env("CLAUDE_CODE_USE_VERTEX", "0", "route.reason.provider"),
          env("CLAUDE_CODE_USE_FOUNDRY", "0", "route.reason.provider"),
          env("CLAUDE_CODE_USE_MANTLE", "0", "route.reason.provider"),
          env("CLAUDE_CODE_USE_ANTHROPIC_AWS", "0", "route.reason.provider"),
          env("CLAUDE_CODE_USE_ANTHROPIC_GOOGLE_CLOUD", "0", "route.reason.provider"),
          text(ExtraBody.KEY, RouteKeys::extraBody, true, "route.reason.extraBody"),
          env(
              "CLAUDE_CODE_MAX_CONTEXT_TOKENS",
              route -> String.valueOf(route.contextTokens()),
              "route.reason.context"),
          env(
              "CLAUDE_CODE_MAX_OUTPUT_TOKENS",
              route -> String.valueOf(route.outputTokens()),
              "route.reason.output"),
          env("CLAUDE_CODE_DISABLE_1M_CONTEXT", "1", "route.reason.million"),
          env("CLAUDE_CODE_ATTRIBUTION_HEADER", "0", "route.reason.attribution"),
          env("CLAUDE_CODE_TOTAL_TOKENS_REMINDER", "off", "route.reason.tokensReminder"),
          option("CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC", "route.reason.traffic"),
          option(
              "CLAUDE_CODE_DISABLE_OFFICIAL_MARKETPLACE_AUTOINSTALL", "route.reason.marketplace"),
          option("CLAUDE_CODE_EFFORT_LEVEL", "route.reason.effort"),
          option("CLAUDE_CODE_DISABLE_WORKFLOWS", "route.reason.workflows"),
          option("CLAUDE_CODE_DISABLE_BUNDLED_SKILLS", "route.reason.bundledSkills"),
          option("CLAUDE_CODE_DISABLE_CRON", "route.reason.cron"),
          option("CLAUDE_CODE_DISABLE_AUTO_MEMORY", "route.reason.autoMemory"),
          text(
              SettingKey.env("API_TIMEOUT_MS"),
              route -> Optional.of(String.valueOf(route.longestAnswer().toMillis())),
              false,
              "route.reason.timeout"),
          // Not cancelled for the cloud: a blank would hide what the person's own network needs.
          text(
              SettingKey.env("NODE_EXTRA_CA_CERTS"),
              route -> route.caFile().map(Path::toString),
              false,
              "route.reason.caFile"),
          env("CLAUDE_STREAM_IDLE_TIMEOUT_MS", "1800000", "route.reason.idleTimeout"),
          text(SettingKey.env("NO_PROXY"), LocalRoute::noProxy, false, "route.reason.noProxy"),
          text(
              SettingKey.env("no_proxy"),
              route -> route.lowerCaseNoProxy() ? route.noProxy() : Optional.empty(),
              false,
              "route.reason.lowerCaseNoProxy"),
          text(
              SettingKey.permission("defaultMode"),
              route -> route.setsPermissionMode() ? Optional.of("default") : Optional.empty(),
              false,
              "route.reason.defaultMode"),
          text(
              SettingKey.permission("disableAutoMode"),
              _ -> Optional.of("disable"),
              false,
              "route.reason.autoMode"),
          denied("ScheduleWakeup"),
          denied("ReportFindings"),
          denied("ListAgents"),
          denied("Agent"),
          denied("Skill"));

  /// Values that hardly anybody writes by hand, and that every local route has.
  private static final Map<String, String> SIGNS =
      Map.of(
          "CLAUDE_CODE_SUBAGENT_MODEL_FORCE", "1",
          "CLAUDE_CODE_ATTRIBUTION_HEADER", "0",
          "CLAUDE_CODE_TOTAL_TOKENS_REMINDER", "off");

  private static final Map<SettingKey, RouteKey> BY_KEY =
      ALL.stream().collect(toUnmodifiableMap(RouteKey::key, Function.identity()));

  private RouteKeys() {}

  public static Optional<RouteKey> find(SettingKey key) {
    return Optional.ofNullable(BY_KEY.get(key));
  }

  public static List<SettingKey> keys() {
    return ALL.stream().map(RouteKey::key).toList();
  }

  /// Whether a file carries a route that a Switchyard wrote, be it another one or in another place.
  static boolean standIn(SettingsText text) {
    return text.value(SettingKey.env("ANTHROPIC_BASE_URL"))
            .filter(url -> !url.text().isBlank())
            .isPresent()
        && SIGNS.entrySet().stream()
            .allMatch(sign ->
                text.value(SettingKey.env(sign.getKey()))
                    .filter(value -> value.text().equals(sign.getValue()))
                    .isPresent());
  }

  /// What a local route writes, as JSON. A key that it does not need is left as it is.
  public static Map<SettingKey, Optional<String>> changes(LocalRoute route) {
    var changes = new LinkedHashMap<SettingKey, Optional<String>>();
    for (var row : ALL) {
      row.json(route).ifPresent(value -> changes.put(row.key(), Optional.of(value)));
    }
    return changes;
  }

  private static Optional<String> extraBody(LocalRoute route) {
    return route
        .option(ExtraBody.KEY)
        .or(() -> Optional.of("").filter(_ -> route.interfering().contains(ExtraBody.KEY)));
  }

  private static RouteKey top(String name, Function<LocalRoute, String> value, String reasonKey) {
    return text(SettingKey.top(name), value.andThen(Optional::of), true, reasonKey);
  }

  private static RouteKey env(String name, Function<LocalRoute, String> value, String reasonKey) {
    return text(SettingKey.env(name), value.andThen(Optional::of), true, reasonKey);
  }

  private static RouteKey option(String name, String reasonKey) {
    var key = SettingKey.env(name);
    return text(key, route -> route.option(key), true, reasonKey);
  }

  /// Lists of rules add up over all layers, so a higher one cannot cancel this.
  private static RouteKey denied(String tool) {
    var key = SettingKey.denied(tool);
    return text(key, route -> route.option(key), false, "route.reason.denied");
  }

  private static RouteKey text(
      SettingKey key,
      Function<LocalRoute, Optional<String>> value,
      boolean cancelled,
      String reasonKey) {
    return new RouteKey(key, value, true, cancelled, reasonKey);
  }

  private static RouteKey env(String name, String value, String reasonKey) {
    return env(name, _ -> value, reasonKey);
  }
}
