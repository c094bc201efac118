package dev.switchyard.adapter.claude;

import dev.switchyard.adapter.file.AtomicFiles;
import dev.switchyard.adapter.json.JsonTree;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.session.SessionNote;
import dev.switchyard.domain.session.SessionNotes;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Reads `sessions/PID.json` in Claude Code's own folder. The key files beside them are left alone.
public final class SessionFiles implements SessionNotes {

  private final Path folder;

  /// @param claudeConfig Claude Code's own folder, `~/.claude`
  public SessionFiles(Path claudeConfig) {
    this.folder = claudeConfig.resolve("sessions");
  }

  @Override
  public List<SessionNote> read() {
    var notes = new ArrayList<SessionNote>();
    try (var files = Files.newDirectoryStream(folder, "*.json")) {
      files.forEach(file -> note(file).ifPresent(notes::add));
    } catch (IOException | DirectoryIteratorException _) {
      // No such folder: an older Claude Code, or none that was ever started.
      return List.of();
    }
    return notes;
  }

  private static Optional<SessionNote> note(Path file) {
    try {
      var content = AtomicFiles.read(file);
      return content.isPresent() ? note(JsonTree.read(content.get())) : Optional.empty();
    } catch (PortException | JacksonException | InvalidPathException _) {
      // Written this moment, or by a version that writes something else.
      return Optional.empty();
    }
  }

  private static Optional<SessionNote> note(JsonNode node) {
    var session = node.path("sessionId").asString("");
    var folder = node.path("cwd").asString("");
    long process = node.path("pid").asLong(0);
    long startedAt = node.path("startedAt").asLong(0);
    boolean whole = !session.isEmpty() && !folder.isEmpty() && process > 0 && startedAt > 0;
    return whole
        ? Optional.of(
            new SessionNote(
                process,
                session,
                Path.of(folder),
                Instant.ofEpochMilli(startedAt),
                node.path("entrypoint").asString("")))
        : Optional.empty();
  }
}
