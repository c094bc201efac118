package dev.switchyard.domain.model;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.Tokens;
import java.util.Comparator;
import java.util.Set;

/// Whether Claude Code can work with a model as it is.
///
/// @param level for decisions
/// @param reason for the person: why, and what to do about it
public record ClaudeCodeReadiness(Level level, Message reason) {
  /// What Claude Code's prompts and the files that it reads need, in tokens. Source: the guide; its
  /// first request alone has 16,700 to 19,400 tokens (measured with 2.1.330).
  public static final int NEEDED_CONTEXT = 65_536;

  private static final Tokens NEEDED = new Tokens(NEEDED_CONTEXT);

  /// From good to bad.
  public enum Level {
    READY,
    /// It could, in a variant with more context.
    NEEDS_VARIANT,
    /// The server does not say enough to tell.
    UNKNOWN,
    /// No Modelfile can change that.
    CANNOT
  }

  /// Those that are equally good keep their order.
  public static final Comparator<InstalledModel> BEST_FIRST =
      Comparator.comparing(model -> of(model).level());

  public boolean isReady() {
    return level == Level.READY;
  }

  public static ClaudeCodeReadiness of(InstalledModel model) {
    if (model.isCloud()) {
      return new ClaudeCodeReadiness(
          Level.CANNOT, Message.of("models.ready.cloud", model.remoteHost()));
    }
    return switch (model.capabilities()) {
      case Known.Unknown<Set<Capability>>(var reason) ->
          new ClaudeCodeReadiness(Level.UNKNOWN, Message.of("models.ready.unknown", reason));
      case Known.Value<Set<Capability>>(var capabilities) -> of(model, capabilities);
    };
  }

  private static ClaudeCodeReadiness of(InstalledModel model, Set<Capability> capabilities) {
    if (!capabilities.contains(Capability.COMPLETION)) {
      return new ClaudeCodeReadiness(
          Level.CANNOT,
          Message.of(
              capabilities.contains(Capability.EMBEDDING)
                  ? "models.ready.embedding"
                  : "models.ready.no-completion"));
    }
    if (!capabilities.contains(Capability.TOOLS)) {
      return new ClaudeCodeReadiness(Level.CANNOT, Message.of("models.ready.no-tools"));
    }
    var trained = model.trainedContext().toOptional();
    if (trained.isPresent() && trained.get() < NEEDED_CONTEXT) {
      return new ClaudeCodeReadiness(
          Level.CANNOT,
          Message.of("models.ready.trained-too-short", new Tokens(trained.get()), NEEDED));
    }
    return ofContext(model);
  }

  private static ClaudeCodeReadiness ofContext(InstalledModel model) {
    return switch (model.configuredContext()) {
      case Known.Unknown<Integer> _ ->
          new ClaudeCodeReadiness(
              Level.NEEDS_VARIANT, Message.of("models.ready.no-context", NEEDED));
      case Known.Value<Integer>(var tokens) when tokens < NEEDED_CONTEXT ->
          new ClaudeCodeReadiness(
              Level.NEEDS_VARIANT,
              Message.of("models.ready.context-too-small", new Tokens(tokens), NEEDED));
      case Known.Value<Integer>(var tokens) ->
          new ClaudeCodeReadiness(Level.READY, Message.of("models.ready.yes", new Tokens(tokens)));
    };
  }
}
