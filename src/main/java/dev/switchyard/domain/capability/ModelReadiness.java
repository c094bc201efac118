package dev.switchyard.domain.capability;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.model.ClaudeCodeReadiness;
import dev.switchyard.domain.model.InstalledModel;

/// What may be said of a model and Claude Code: that it is ready only by a report that holds, else
/// what to expect of what the server says.
///
/// @param reason for the person: what it rests on, or what is missing
public record ModelReadiness(Level level, Message reason) {
  /// From good to bad.
  public enum Level {
    /// Measured: everything that Claude Code needs was seen to work.
    READY,
    /// The server says that it has what is needed, or no probe speaks against it; not shown.
    EXPECTED,
    /// It could, in a variant with more context.
    NEEDS_VARIANT,
    /// The server does not say enough to tell.
    UNKNOWN,
    /// Measured: something that Claude Code needs does not work.
    NOT_READY,
    /// By what the server says of it, and no Modelfile can change that.
    CANNOT
  }

  public static ModelReadiness of(InstalledModel model, Standing standing) {
    return standing
        .held()
        .map(ProvenReadiness::of)
        .map(ModelReadiness::of)
        .orElseGet(() -> of(ClaudeCodeReadiness.of(model), standing));
  }

  /// Whether a probe may find out more than is known.
  public boolean isOpen() {
    return level == Level.EXPECTED || level == Level.NEEDS_VARIANT || level == Level.UNKNOWN;
  }

  private static ModelReadiness of(ProvenReadiness proven) {
    return new ModelReadiness(
        switch (proven.level()) {
          case READY -> Level.READY;
          case OPEN -> Level.EXPECTED;
          // Of a context that is too small no probe is to blame.
          case NOT_READY -> proven.probes().isEmpty() ? Level.NEEDS_VARIANT : Level.NOT_READY;
        },
        proven.reason());
  }

  private static ModelReadiness of(ClaudeCodeReadiness said, Standing standing) {
    return switch (said.level()) {
      case READY ->
          new ModelReadiness(
              Level.EXPECTED,
              Message.of("capability.expected", said.reason(), standing.sentence()));
      case NEEDS_VARIANT -> new ModelReadiness(Level.NEEDS_VARIANT, said.reason());
      case UNKNOWN -> new ModelReadiness(Level.UNKNOWN, said.reason());
      case CANNOT -> new ModelReadiness(Level.CANNOT, said.reason());
    };
  }
}
