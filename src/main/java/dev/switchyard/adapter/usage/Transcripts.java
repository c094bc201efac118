package dev.switchyard.adapter.usage;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Finds the transcripts of all sessions, those of sub-agents too.
///
/// Source: the files of Claude Code 2.1.330. Below `projects` a folder is named after each folder
/// that it was started in; in it are `SESSION.jsonl` and `SESSION/subagents/agent-ID.jsonl`.
final class Transcripts {
  /// Deeper than sub-agents are nothing of Claude Code's is.
  private static final int DEEPEST = 6;

  private final Path projects;

  /// @param claudeConfig Claude Code's own folder, such as `~/.claude`
  Transcripts(Path claudeConfig) {
    this.projects = claudeConfig.resolve("projects");
  }

  /// @param file its real name
  /// @param folder the name of the folder below `projects` that it is in
  /// @param bytes its size
  record Found(Path file, String folder, long bytes, long modifiedMillis) {}

  /// Each file once, whatever links lead to it. What cannot be looked at is left out.
  List<Found> all() throws IOException {
    var found = new LinkedHashMap<Path, Found>();
    if (Files.isDirectory(projects)) {
      Files.walkFileTree(
          projects, EnumSet.of(FileVisitOption.FOLLOW_LINKS), DEEPEST, new Visitor(found));
    }
    return new ArrayList<>(found.values());
  }

  private final class Visitor extends SimpleFileVisitor<Path> {
    private final Map<Path, Found> found;

    Visitor(Map<Path, Found> found) {
      this.found = found;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      if (attributes.isRegularFile() && file.toString().endsWith(".jsonl")) {
        var folder = projects.relativize(file).getName(0).toString();
        var real = file.toRealPath();
        found.putIfAbsent(
            real,
            new Found(real, folder, attributes.size(), attributes.lastModifiedTime().toMillis()));
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) {
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, IOException failure) {
      return FileVisitResult.CONTINUE;
    }
  }
}
