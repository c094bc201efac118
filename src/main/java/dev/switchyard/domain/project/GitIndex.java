package dev.switchyard.domain.project;

import dev.switchyard.domain.PortException;
import java.nio.file.Path;
import java.util.Optional;

/// Port: what git will put into the next commit. No file of the person's is touched.
public interface GitIndex {
  /// What git has of a file, in git's own words, for [#add]; empty where it has nothing.
  ///
  /// @param root where the files of the checkout begin
  /// @throws PortException UNREACHABLE where git is not installed, FAILED
  Optional<String> entry(Path root, Path file) throws PortException;

  /// Has git forget a file.
  void remove(Path root, Path file) throws PortException;

  /// Has git know again what it had.
  ///
  /// @param entry as [#entry] gave it
  void add(Path root, String entry) throws PortException;
}
