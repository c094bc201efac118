package dev.switchyard.adapter.claude;

import dev.switchyard.adapter.file.RealPath;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;

/// Where Claude Code keeps the transcripts of its sessions.
///
/// Source: the files of Claude Code 2.1.330. Their folder is named like the project's real path,
/// with a hyphen for everything but letters and digits of ASCII.
final class TranscriptPlace {
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9-]+");

  private final Path projects;

  /// @param claudeConfig Claude Code's own folder, such as `~/.claude`
  TranscriptPlace(Path claudeConfig) {
    this.projects = claudeConfig.resolve("projects");
  }

  /// The file of a session; empty where there is none.
  Optional<Path> named(Path folder, String session) {
    if (!ID.matcher(session).matches()) {
      return Optional.empty();
    }
    return Optional.of(folderOf(folder).resolve(session + ".jsonl")).filter(Files::isRegularFile);
  }

  /// @throws PortException MISSING where the folder never had a session
  Path newest(Path folder) throws PortException {
    try (var files = Files.list(folderOf(folder))) {
      return files
          .filter(file -> file.toString().endsWith(".jsonl"))
          .max(Comparator.comparing(TranscriptPlace::written))
          .orElseThrow(() -> missing(folder));
    } catch (IOException _) {
      throw missing(folder);
    }
  }

  private Path folderOf(Path folder) {
    return projects.resolve(RealPath.of(folder).toString().replaceAll("[^A-Za-z0-9]", "-"));
  }

  private static FileTime written(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException _) {
      return FileTime.fromMillis(0);
    }
  }

  private static PortException missing(Path folder) {
    return new PortException(
        PortException.Kind.MISSING, Message.of("route.no-session", folder.toString()));
  }
}
