package dev.switchyard.domain.route;

import dev.switchyard.domain.route.ClaudeStart.ModelArgument;
import dev.switchyard.domain.route.text.SettingKey;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Which model Claude Code asks for, and what it makes of the name.
final class ModelChoice {
  /// Names that Claude Code knows: it then sends another system prompt and another context length.
  private static final Pattern CLAUDE =
      Pattern.compile("(?i)(?:.*[./])?claude-(?:opus|sonnet|haiku|fable|instant|mythos|[0-9]).*");

  private static final Pattern ALIAS =
      Pattern.compile("(?i)(?:default|best|opus|sonnet|haiku|fable|opusplan)(?:\\[1m])?");

  private ModelChoice() {}

  /// `--model`, then `ANTHROPIC_MODEL` of whatever layer wins, then what a resumed session brings,
  /// then `model`, then `ANTHROPIC_DEFAULT_MODEL`.
  static Optional<String> of(EffectiveSettings settings, Optional<ModelArgument> argument) {
    return Stream.of(
            argument.filter(model -> !model.resumed()).map(ModelArgument::name),
            settings.envValue("ANTHROPIC_MODEL"),
            argument.filter(ModelArgument::resumed).map(ModelArgument::name),
            settings.value(SettingKey.top("model")),
            settings.envValue("ANTHROPIC_DEFAULT_MODEL"))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /// Whether a name means one of Anthropic's models.
  static boolean meansClaude(String name) {
    return looksLikeClaude(name) || ALIAS.matcher(name.strip()).matches();
  }

  /// Whether a local model of this name would be taken for one of Anthropic's.
  static boolean looksLikeClaude(String name) {
    return CLAUDE.matcher(name.strip()).matches();
  }
}
