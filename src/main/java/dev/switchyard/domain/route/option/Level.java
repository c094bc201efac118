package dev.switchyard.domain.route.option;

import dev.switchyard.domain.route.text.SettingKey;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/// One of the answers to an option.
///
/// @param name as it is written on the command line
/// @param writes the text that a local route writes at each key
/// @param promptBytes how many bytes the first request of a session has more than without the
///   option, negative for less; measured
/// @param besideBytes the size of requests that the model answers beside the first one, in bytes;
///   measured
public record Level(String name, Map<SettingKey, String> writes, int promptBytes, int besideBytes) {
  public Level {
    writes = Map.copyOf(writes);
  }

  /// A level that is as Claude Code is by itself.
  static Level plain(String name) {
    return new Level(name, Map.of(), 0, 0);
  }

  static Level env(String name, String variable, String value, int promptBytes) {
    return new Level(name, Map.of(SettingKey.env(variable), value), promptBytes, 0);
  }

  /// This level's writes, and some variables more that are set to `1`.
  Level switching(String next, int bytes, String... variables) {
    var all = new LinkedHashMap<>(writes);
    Arrays.stream(variables).forEach(variable -> all.put(SettingKey.env(variable), "1"));
    return new Level(next, all, bytes, 0);
  }

  /// This level's writes, and some tools more that are denied.
  Level denying(String next, int bytes, String... tools) {
    var all = new LinkedHashMap<>(writes);
    Arrays.stream(tools).forEach(tool -> all.put(SettingKey.denied(tool), tool));
    return new Level(next, all, bytes, 0);
  }
}
