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

  /// Asks for a longer context of one of Claude's models; it is not sent.
  private static final Pattern MILLION = Pattern.compile("(?i)\\[1m]$");

  private ModelChoice() {}

  /// What is laid over each request, then `--model`, then `ANTHROPIC_MODEL` of whatever layer wins,
  /// then what a resumed session brings, then `model`, then `ANTHROPIC_DEFAULT_MODEL`, then the
  /// model of the Opus tier. A list of available models that is enforced comes before all of them.
  ///
  /// @return as the request names it, where that can be known: an alias whose tier is not routed
  ///   stays an alias
  static Optional<String> of(EffectiveSettings settings, Optional<ModelArgument> argument) {
    var laidOver = ExtraBody.model(settings);
    return laidOver.isPresent()
        ? laidOver.filter(name -> !name.isEmpty())
        : chosen(settings, argument);
  }

  private static Optional<String> chosen(
      EffectiveSettings settings, Optional<ModelArgument> argument) {
    return Stream.of(
            argument.filter(model -> !model.resumed()).map(ModelArgument::name),
            settings.envValue("ANTHROPIC_MODEL"),
            argument
                .filter(ModelArgument::resumed)
                .map(ModelArgument::name)
                .filter(name -> !isOfTier(name, settings)),
            settings.value(SettingKey.top("model")))
        .flatMap(Optional::stream)
        .findFirst()
        .filter(name -> !isDefault(name, argument) && !ModelLimits.of(settings).excludes(name))
        .map(name -> asked(name, settings))
        .or(() -> byDefault(settings));
  }

  /// A session that was begun with an alias notes what its tier stands for, and one that is resumed
  /// with such a model does not hold to it.
  private static boolean isOfTier(String name, EffectiveSettings settings) {
    return Stream.of(Tier.values())
        .flatMap(tier -> settings.envValue(tier.variable()).stream())
        .map(ModelChoice::bare)
        .anyMatch(asked(name, settings)::equals);
  }

  /// Only `--model` knows that word; in a file it is sent as it stands.
  private static boolean isDefault(String name, Optional<ModelArgument> argument) {
    return name.equals("default") && argument.filter(model -> !model.resumed()).isPresent();
  }

  private static Optional<String> byDefault(EffectiveSettings settings) {
    return settings
        .envValue("ANTHROPIC_DEFAULT_MODEL")
        .or(() -> settings.envValue(Tier.OPUS.variable()))
        .map(ModelChoice::bare);
  }

  private static String asked(String name, EffectiveSettings settings) {
    var bare = bare(name);
    return Tier.ofAlias(bare)
        .map(Tier::variable)
        .flatMap(settings::envValue)
        .map(ModelChoice::bare)
        .orElse(bare);
  }

  private static String bare(String name) {
    return MILLION.matcher(name.strip()).replaceFirst("");
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
