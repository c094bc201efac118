package dev.switchyard.domain.launch.preflight;

import static dev.switchyard.domain.route.EffectiveRoute.Severity.ERROR;
import static dev.switchyard.domain.route.EffectiveRoute.Severity.WARNING;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Tokens;
import dev.switchyard.domain.model.ClaudeCodeReadiness;
import dev.switchyard.domain.model.InstalledModel;
import dev.switchyard.domain.route.EffectiveRoute;
import java.util.Optional;
import java.util.stream.Stream;

/// Whether a model's context is long enough, and whether Claude Code is told how long it is. What
/// is beyond is cut off by the server without a word. At most one warning: mending one changes the
/// others.
final class ContextChecks {
  private static final int NEEDED = ClaudeCodeReadiness.NEEDED_CONTEXT;

  private final LaunchFacts facts;
  private final InstalledModel model;
  private final Optional<Integer> loaded;

  private ContextChecks(LaunchFacts facts, InstalledModel model, Optional<Integer> loaded) {
    this.facts = facts;
    this.model = model;
    this.loaded = loaded;
  }

  /// @param loaded the context length that the model has in memory now, in tokens
  static Stream<LaunchWarning> of(
      LaunchFacts facts, InstalledModel model, Optional<Integer> loaded) {
    if (model.isCloud()) {
      return Stream.empty();
    }
    var checks = new ContextChecks(facts, model, loaded);
    return checks
        .breach("loaded-differs")
        .or(checks::trainedTooShort)
        .or(checks::unset)
        .or(checks::clamped)
        .or(checks::tooSmall)
        .or(checks::overstated)
        .or(() -> checks.breach("not-told"))
        .or(() -> checks.breach("trained-too-short"))
        .or(() -> checks.breach("too-small"))
        .stream();
  }

  /// What the contract of the four places says, where a prompt would be cut.
  private Optional<LaunchWarning> breach(String id) {
    return facts
        .context()
        .flatMap(contract ->
            contract.breaches().stream()
                .filter(one -> one.id().equals(id) && one.severity() == ERROR)
                .findFirst())
        .map(one -> new LaunchWarning("context-" + id, WARNING, one.text(), one.advice(), false));
  }

  private Optional<LaunchWarning> trainedTooShort() {
    return trained()
        .filter(tokens -> tokens < NEEDED)
        .map(tokens -> warning("context-trained", tokens, NEEDED));
  }

  private Optional<LaunchWarning> unset() {
    // That none is set is known; that the server did not say is not.
    boolean isUnset =
        model.configuredContext() instanceof Known.Unknown<Integer>(var reason)
            && reason.key().equals("server.unknown.configured-context");
    return isUnset && loaded.isEmpty()
        ? Optional.of(warning("context-unset", NEEDED))
        : Optional.empty();
  }

  private Optional<LaunchWarning> clamped() {
    return configured()
        .flatMap(asked ->
            trained()
                .filter(limit -> asked > limit)
                .map(limit -> warning("context-clamped", asked, limit)));
  }

  private Optional<LaunchWarning> tooSmall() {
    return real()
        .filter(tokens -> tokens < NEEDED)
        .map(tokens -> warning("context-small", tokens, NEEDED));
  }

  private Optional<LaunchWarning> overstated() {
    return real()
        .flatMap(tokens ->
            told()
                .filter(more -> more > tokens)
                .map(more -> warning("context-overstated", tokens, more)));
  }

  /// What is in memory counts more than what the next load would give.
  private Optional<Integer> real() {
    return loaded.or(this::configured);
  }

  private Optional<Integer> configured() {
    return model.configuredContext().toOptional();
  }

  private Optional<Integer> trained() {
    return model.trainedContext().toOptional();
  }

  private Optional<Integer> told() {
    return Optional.ofNullable(facts.route().values().get("CLAUDE_CODE_MAX_CONTEXT_TOKENS"))
        .map(EffectiveRoute.Setting::value)
        .filter(text -> text.matches("\\d{1,9}"))
        .map(Integer::valueOf);
  }

  private LaunchWarning warning(String id, int... tokens) {
    var arguments = new Object[tokens.length + 1];
    arguments[0] = model.name().shortText();
    for (int i = 0; i < tokens.length; i++) {
      arguments[i + 1] = new Tokens(tokens[i]);
    }
    return LaunchWarning.of(id, WARNING, arguments);
  }
}
