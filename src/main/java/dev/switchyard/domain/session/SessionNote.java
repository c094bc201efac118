package dev.switchyard.domain.session;

import java.nio.file.Path;
import java.time.Instant;

/// What a running Claude Code notes about itself in `sessions/PID.json` of its own folder.
///
/// Source: measured on Claude Code 2.1.330, which writes one for every session, also of `-p`, and
/// removes it at the end; one that was killed leaves it behind.
///
/// @param process the system's number for it
/// @param session what `--resume` takes
/// @param folder where it was started
/// @param startedAt when
/// @param entrypoint what started it: `cli`, `sdk-cli` for `-p`, `claude-vscode`
public record SessionNote(
    long process, String session, Path folder, Instant startedAt, String entrypoint) {}
