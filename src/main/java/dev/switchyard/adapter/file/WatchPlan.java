package dev.switchyard.adapter.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Where something has to happen to change what is read under a file's name.
///
/// @param points the folders to watch, each with the one name in it that matters
record WatchPlan(Set<Point> points) {
  private static final int MAX_LINKS = 40;

  /// @param folder an existing folder
  /// @param name an entry in it, which may be missing
  record Point(Path folder, Path name) {}

  static WatchPlan of(Path file) {
    var points = new HashSet<Point>();
    var next = file.toAbsolutePath();
    for (int links = 0; next != null && links < MAX_LINKS; links++) {
      add(next, points);
      next = target(next);
    }
    return new WatchPlan(points);
  }

  /// The entry itself; the folder as an entry of its own folder, which may be renamed or put in
  /// another one's place; where the folder is missing, the part of the path that would appear
  /// first.
  private static void add(Path file, Set<Point> points) {
    var folder = file.getParent();
    var entry = file;
    while (folder != null && !Files.isDirectory(folder)) {
      entry = folder;
      folder = folder.getParent();
    }
    if (folder == null) {
      return;
    }
    points.add(new Point(folder, entry.getFileName()));
    var above = folder.getParent();
    if (above != null && entry.equals(file)) {
      points.add(new Point(above, folder.getFileName()));
    }
  }

  /// Where a link leads to, also where nothing is there.
  private static @Nullable Path target(Path file) {
    var folder = file.getParent();
    if (folder == null || !Files.isSymbolicLink(file)) {
      return null;
    }
    try {
      return folder.toRealPath().resolve(Files.readSymbolicLink(file)).normalize();
    } catch (IOException _) {
      // It has just gone: the event that says so comes.
      return null;
    }
  }
}
