package dev.switchyard.domain;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Port: files that belong to a person or to another program, to be looked at only.
public interface ReadableFiles {
  /// The whole content, empty where there is no file. Another program may be writing it in place
  /// just now: a content that is half of one is read again.
  ///
  /// @throws PortException DENIED, FAILED
  Optional<byte[]> read(Path file) throws PortException;

  /// The file that is really read and written: where symbolic links lead, also where the last one
  /// leads to nothing yet. Two names of one file have one target.
  Path target(Path file);

  boolean isFolder(Path folder);

  /// The files directly in a folder, by name; none where there is no such folder.
  ///
  /// @throws PortException DENIED, FAILED
  List<Path> filesIn(Path folder) throws PortException;

  /// The one name of a folder that may be reached by several, such as through a symbolic link; also
  /// for one that is not there.
  Path real(Path folder);
}
