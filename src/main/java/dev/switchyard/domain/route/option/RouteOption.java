package dev.switchyard.domain.route.option;

import dev.switchyard.domain.route.text.SettingKey;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;

/// What a person may choose about a local route, one row each.
///
/// The sizes are those of the first request of an interactive session with the prompt `hello` in an
/// empty git repository, recorded from Claude Code 2.1.330; `FirstPromptIT` measures them again.
public enum RouteOption {
  /// How much of Claude Code's own tools and instructions is left out of every prompt.
  ///
  /// Denying a tool takes its description out of the request. Of the tools that Claude Code loads
  /// only when they are asked for, denying saves next to nothing, so those stay.
  SLIM {
    @Override
    public Level usual(int contextTokens) {
      return FirstPrompt.mildestWithRoom(levels(), contextTokens);
    }
  },

  /// How hard a model is told to think. Ollama hands the level to models that know levels, such as
  /// gpt-oss, and takes any of them as "think" for all others.
  EFFORT,

  /// Whether a model thinks before it answers. No setting of Claude Code tells a local server not
  /// to: without its `thinking` field Ollama lets a model think. So the field is sent as
  /// `disabled`, which Ollama obeys from 0.23.4 on.
  THINKING,

  /// Whether Claude Code reports and fetches things on its own: statistics, news, plugin lists, a
  /// title for each session.
  TRAFFIC;

  /// From the one that changes least to the strongest.
  public List<Level> levels() {
    return switch (this) {
      case SLIM -> Levels.SLIM;
      case EFFORT -> Levels.EFFORT;
      case THINKING -> Levels.THINKING;
      case TRAFFIC -> Levels.TRAFFIC;
    };
  }

  /// What is chosen where nobody has chosen.
  ///
  /// @param contextTokens the context length that the model is served with
  public Level usual(int contextTokens) {
    return levels().getFirst();
  }

  /// The name on the command line and in keys of the bundle.
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  public Optional<Level> level(String name) {
    return levels().stream().filter(level -> level.name().equals(name)).findFirst();
  }

  /// All keys that one of the levels writes.
  public Set<SettingKey> keys() {
    var keys = new LinkedHashSet<SettingKey>();
    levels().forEach(level -> keys.addAll(level.writes().keySet()));
    return keys;
  }

  /// The level that stands in a file: of those whose every key is there, the one with the most.
  ///
  /// @param holds whether a text stands at a key
  Level standing(BiPredicate<SettingKey, String> holds) {
    return levels().stream()
        .filter(level ->
            level.writes().entrySet().stream()
                .allMatch(wanted -> holds.test(wanted.getKey(), wanted.getValue())))
        .max(Comparator.comparingInt(level -> level.writes().size()))
        .orElse(levels().getFirst());
  }
}
