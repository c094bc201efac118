package dev.switchyard.domain.route.option;

import dev.switchyard.domain.route.text.SettingKey;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Function;

/// What is chosen of a route's options; those that nobody names are not in it.
///
/// @param levels the chosen level of each option
public record RouteOptions(Map<RouteOption, Level> levels) {
  /// Nothing chosen: what was chosen earlier, or is usual for the context, applies.
  public static final RouteOptions UNNAMED = new RouteOptions(Map.of());

  public RouteOptions {
    var ordered = new EnumMap<RouteOption, Level>(RouteOption.class);
    ordered.putAll(levels);
    levels = Collections.unmodifiableMap(ordered);
  }

  /// What is sensible where nobody has chosen.
  ///
  /// @param contextTokens the context length that the model is served with
  public static RouteOptions usual(int contextTokens) {
    return each(option -> option.usual(contextTokens));
  }

  /// What a file holds.
  ///
  /// @param holds whether a text stands at a key
  public static RouteOptions standing(BiPredicate<SettingKey, String> holds) {
    return each(option -> option.standing(holds));
  }

  public RouteOptions with(RouteOption option, Level level) {
    var all = new LinkedHashMap<>(levels);
    all.put(option, level);
    return new RouteOptions(all);
  }

  /// These, and those of others for what is not named here.
  public RouteOptions orElse(RouteOptions others) {
    var all = new LinkedHashMap<>(others.levels);
    all.putAll(levels);
    return new RouteOptions(all);
  }

  /// Those that are not what others say.
  public RouteOptions otherThan(RouteOptions others) {
    var all = new LinkedHashMap<>(levels);
    all.entrySet().removeAll(others.levels.entrySet());
    return new RouteOptions(all);
  }

  /// The chosen level, or the one that changes nothing.
  public Level level(RouteOption option) {
    return levels.getOrDefault(option, option.levels().getFirst());
  }

  public RouteOptions without(RouteOption option) {
    var all = new LinkedHashMap<>(levels);
    all.remove(option);
    return new RouteOptions(all);
  }

  /// What is written for all of them together.
  public Map<SettingKey, String> writes() {
    var writes = new LinkedHashMap<SettingKey, String>();
    levels.values().forEach(level -> writes.putAll(level.writes()));
    return writes;
  }

  private static RouteOptions each(Function<RouteOption, Level> level) {
    var all = new EnumMap<RouteOption, Level>(RouteOption.class);
    for (var option : RouteOption.values()) {
      all.put(option, level.apply(option));
    }
    return new RouteOptions(all);
  }
}
