package dev.switchyard.domain;

import java.nio.file.Path;
import java.util.Optional;

/// Port: files that belong to a person or to another program, and that Switchyard changes a few
/// bytes of.
public interface TextFiles extends ReadableFiles {
  /// Puts new content into a file, creates it, or removes it: all of it or nothing.
  ///
  /// @param expected what [#read] gave
  /// @param content what is to stand there, empty to remove the file
  /// @throws PortException CONFLICT where the file is not as expected any more, DENIED, NO_SPACE,
  ///   FAILED; the file is then as it was
  void replace(Path file, Optional<byte[]> expected, Optional<byte[]> content) throws PortException;

  /// Removes what a write of ours that broke off left beside a file. Only while no other process of
  /// ours writes.
  void removeLeftovers(Path file) throws PortException;

  /// Removes a folder that holds nothing; one that holds something stays.
  void removeEmptyFolder(Path folder) throws PortException;
}
