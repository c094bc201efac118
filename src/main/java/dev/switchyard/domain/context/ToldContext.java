package dev.switchyard.domain.context;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.route.EffectiveRoute;
import dev.switchyard.domain.route.EffectiveRoute.Setting;
import dev.switchyard.domain.route.Layer;
import java.util.Optional;

/// The context length that Claude Code goes by, and its limit for one answer.
///
/// Source: measured on Claude Code 2.1.330. For a model that it does not know it takes
/// `CLAUDE_CODE_MAX_CONTEXT_TOKENS`; where that is not set, or is no whole number, 1,000,000, and
/// 200,000 with `CLAUDE_CODE_DISABLE_1M_CONTEXT`.
///
/// @param route the route in force
record ToldContext(EffectiveRoute route) {
  static final String KEY = "CLAUDE_CODE_MAX_CONTEXT_TOKENS";

  private static final String OUTPUT = "CLAUDE_CODE_MAX_OUTPUT_TOKENS";
  private static final String NO_MILLION = "CLAUDE_CODE_DISABLE_1M_CONTEXT";
  private static final int MILLION = 1_000_000;
  private static final int WITHOUT_MILLION = 200_000;

  Figure figure() {
    return said()
        .map(tokens -> new Figure(tokens, Message.of("context.source.told", KEY, layer())))
        .orElseGet(() -> new Figure(assumed(), Message.of("context.source.assumed", KEY)));
  }

  /// Whether somebody says it, or Claude Code assumes it.
  boolean isSaid() {
    return said().isPresent();
  }

  /// The longest answer that Claude Code asks for, in tokens; empty where it decides by itself.
  Optional<Integer> output() {
    return number(OUTPUT);
  }

  /// Whether a route that Switchyard writes would be in force: nothing that it writes is stronger
  /// than an administrator's settings or an option of the start.
  boolean isOurs() {
    var setting = route.values().get(KEY);
    return setting == null || setting.winner() != Layer.MANAGED && setting.winner() != Layer.FLAG;
  }

  Layer winner() {
    return route.winner(KEY);
  }

  Message layer() {
    return Message.of("route.layer." + winner().wireName());
  }

  private Optional<Integer> said() {
    return number(KEY);
  }

  private int assumed() {
    var setting = route.values().get(NO_MILLION);
    return setting == null || setting.value().isEmpty() || setting.value().equals("0")
        ? MILLION
        : WITHOUT_MILLION;
  }

  private Optional<Integer> number(String key) {
    return Optional.ofNullable(route.values().get(key))
        .map(Setting::value)
        .map(String::strip)
        .filter(text -> text.matches("[1-9]\\d{0,8}"))
        .map(Integer::valueOf);
  }
}
