package dev.switchyard.domain.setup;

import dev.switchyard.domain.Message;
import java.util.Optional;

/// One step on the way to Claude Code on a model of one's own, as it stands now.
///
/// @param id which
/// @param state how it stands
/// @param title the fact in a few words
/// @param detail what belongs to it
/// @param action what does it; empty where nothing is to be done
public record SetupStep(
    Id id, State state, Message title, Message detail, Optional<Action> action) {
  /// The steps in their order: the two programs, then the guide's.
  public enum Id {
    CLAUDE_CODE,
    OLLAMA,
    MODEL,
    VARIANT,
    PROJECT,
    LAUNCH,
    CLAUDE_MD
  }

  /// How a step stands.
  public enum State {
    DONE,
    /// The first one that can be done now.
    NEXT,
    /// It can be done now, but another one comes first.
    OPEN,
    /// Another step has to be done before.
    WAITING
  }

  /// What a step's button does.
  public enum Action {
    COPY_CLAUDE_INSTALL,
    COPY_OLLAMA_INSTALL,
    COPY_OLLAMA_UPGRADE,
    START_SERVER,
    SHOW_SETTINGS,
    PULL_MODEL,
    BUILD_VARIANT,
    CHOOSE_PROJECT,
    LAUNCH,
    WRITE_CLAUDE_MD
  }

  boolean isDone() {
    return state == State.DONE;
  }

  SetupStep as(State other) {
    return new SetupStep(id, other, title, detail, action);
  }
}
