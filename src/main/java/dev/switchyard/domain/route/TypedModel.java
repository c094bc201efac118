package dev.switchyard.domain.route;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.model.ModelName;
import dev.switchyard.domain.route.text.SettingKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What `/model NAME` does under a route, before it is typed.
///
/// Source: run on Claude Code 2.1.330 against a recording server, with and without the variables of
/// the tiers. An alias is taken at once and becomes the tier's model; any other name is first tried
/// with a request of one token, and refused where the server does not have it.
public final class TypedModel {
  private static final Map<Tier, String> BUILT_IN =
      Map.of(
          Tier.SONNET, "claude-sonnet-5-5",
          Tier.OPUS, "claude-opus-5-5",
          Tier.HAIKU, "claude-haiku-5-5",
          Tier.FABLE, "claude-fable-5-2");

  private static final String DEFAULT = "default";
  private static final String MILLION = "[1m]";

  private final EffectiveRoute route;
  private final String name;
  private final Optional<Set<ModelName>> installed;

  private TypedModel(EffectiveRoute route, String name, Optional<Set<ModelName>> installed) {
    this.route = route;
    this.name = name.strip();
    this.installed = installed;
  }

  /// @param name what is typed after `/model`
  /// @param installed what the route's server has, empty where that is not known
  /// @return one sentence, and where it matters one on what else changes or stays
  public static List<Message> explain(
      EffectiveRoute route, String name, Optional<Set<ModelName>> installed) {
    return new TypedModel(route, name, installed).explain();
  }

  /// @param model what the requests name
  /// @param variable the tier's variable, for an alias
  /// @param decided whether that variable says so; Claude Code itself does otherwise
  private record Meaning(String model, Optional<String> variable, boolean decided) {}

  private List<Message> explain() {
    var meaning = meaning();
    var sentences = new ArrayList<Message>();
    switch (route.destination()) {
      case UNUSABLE -> sentences.add(Message.of("route.ask.unusable", name, route.baseUrl()));
      case CLOUD -> sentences.add(inCloud(meaning));
      case LOCAL, OTHER -> {
        sentences.add(elsewhere(meaning));
        consequence(meaning).ifPresent(sentences::add);
      }
    }
    return sentences;
  }

  private Meaning meaning() {
    var lower = name.toLowerCase(Locale.ROOT);
    var alias = lower.endsWith(MILLION) ? lower.substring(0, lower.length() - 4) : lower;
    var tier = lower.equals(DEFAULT) ? Optional.of(Tier.OPUS) : Tier.ofAlias(alias);
    return tier.map(this::meaning).orElseGet(() -> new Meaning(name, Optional.empty(), true));
  }

  private Meaning meaning(Tier tier) {
    var named = value(tier.variable());
    return new Meaning(
        named.orElseGet(() -> BUILT_IN.getOrDefault(tier, name)),
        Optional.of(tier.variable()),
        named.isPresent());
  }

  private Message inCloud(Meaning meaning) {
    if (ModelChoice.meansClaude(meaning.model())) {
      return Message.of("route.ask.cloud", name, meaning.model());
    }
    return meaning
        .variable()
        .map(variable ->
            Message.of("route.ask.cloud-tier", name, meaning.model(), variable, layer(variable)))
        .orElseGet(() -> Message.of("route.ask.cloud-unknown", name));
  }

  private Message elsewhere(Meaning meaning) {
    var host = RouteSentence.server(route);
    if (isMissing(meaning.model())) {
      return meaning
          .variable()
          .map(variable ->
              Message.of(
                  meaning.decided() ? "route.ask.tier-missing" : "route.ask.tier-unset",
                  name,
                  host,
                  meaning.model(),
                  variable))
          .orElseGet(() -> Message.of("route.ask.missing", name, host, current()));
    }
    if (meaning.variable().isPresent()) {
      var variable = meaning.variable().get();
      return meaning.decided()
          ? Message.of("route.ask.tier", name, host, meaning.model(), variable, layer(variable))
          : Message.of("route.ask.tier-unset", name, host, meaning.model(), variable);
    }
    return Message.of(
        installed.isPresent() ? "route.ask.there" : "route.ask.tried", name, host, current());
  }

  /// One more thing: of several the one that costs most.
  private Optional<Message> consequence(Meaning meaning) {
    if (isMissing(meaning.model())) {
      return Optional.empty();
    }
    if (ModelChoice.looksLikeClaude(meaning.model())) {
      return Optional.of(Message.of("route.ask.like-claude", meaning.model()));
    }
    if (takesMillion()) {
      return Optional.of(Message.of("route.ask.million", meaning.model()));
    }
    var forced = value("CLAUDE_CODE_SUBAGENT_MODEL").filter(_ -> isForced());
    return forced
        .filter(model -> !model.equals(meaning.model()))
        .map(model -> Message.of("route.ask.forced", model));
  }

  /// `default` means the million-token form of its tier.
  private boolean takesMillion() {
    var lower = name.toLowerCase(Locale.ROOT);
    boolean asks = lower.equals(DEFAULT) || lower.endsWith(MILLION);
    return asks
        && value("CLAUDE_CODE_DISABLE_1M_CONTEXT").filter(EffectiveSettings::isOnValue).isEmpty();
  }

  private boolean isForced() {
    return value("CLAUDE_CODE_SUBAGENT_MODEL_FORCE")
        .filter(EffectiveSettings::isOnValue)
        .isPresent();
  }

  private boolean isMissing(String model) {
    return installed.isPresent()
        && ModelName.parse(withoutMillion(model)).filter(installed.get()::contains).isEmpty();
  }

  private static String withoutMillion(String model) {
    return model.endsWith(MILLION) ? model.substring(0, model.length() - 4) : model;
  }

  private Object current() {
    return route.model().<Object>map(model -> model).orElseGet(() -> Message.of("route.ask.own"));
  }

  private Optional<String> value(String variable) {
    var setting = route.values().get(SettingKey.env(variable).displayName());
    return Optional.ofNullable(setting)
        .map(EffectiveRoute.Setting::value)
        .filter(text -> !text.isBlank());
  }

  private Message layer(String variable) {
    return RouteProblems.layer(route.winner(variable));
  }
}
