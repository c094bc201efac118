package dev.switchyard.domain.session;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.launch.SessionOptions;
import dev.switchyard.domain.route.StartedFrom;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/// A Claude Code that runs now.
///
/// @param process what the system shows of it
/// @param options those of its options that decide about its route
/// @param note what it notes about itself; older versions note nothing
public record RunningSession(
    ClaudeProcess process, SessionOptions options, Optional<SessionNote> note) {
  /// What a person does with it.
  public enum Kind {
    /// Someone types at it in a terminal.
    INTERACTIVE,
    /// It answers once and ends, as `-p` does.
    PRINT,
    /// An editor's extension drives it.
    EDITOR;

    /// As the command line's JSON names it.
    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Kind kind() {
    var entrypoint = note.map(SessionNote::entrypoint).orElse("");
    if (entrypoint.contains("vscode") || entrypoint.contains("jetbrains")) {
      return Kind.EDITOR;
    }
    return options.prints() || entrypoint.startsWith("sdk") ? Kind.PRINT : Kind.INTERACTIVE;
  }

  public StartedFrom startedFrom() {
    return kind() == Kind.EDITOR ? StartedFrom.VSCODE : StartedFrom.TERMINAL;
  }

  /// Where it was started: that is where its settings are looked up.
  public Known<Path> folder() {
    return note.map(SessionNote::folder).map(Known::of).orElseGet(process::folder);
  }

  /// When it had read its settings. The system's own clock of processes may be a second early.
  public Instant startedAt() {
    return note.map(SessionNote::startedAt).orElseGet(process::startedAt);
  }

  /// What `--resume` takes.
  public Known<String> id() {
    return note.map(SessionNote::session)
        .map(Known::of)
        .orElseGet(() -> Known.unknown(Message.of("sessions.no-id")));
  }
}
