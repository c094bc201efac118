package dev.switchyard.domain.session;

import dev.switchyard.domain.PortException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Port: what is remembered of a settings file's past.
public interface EarlierSettings {
  /// A content that the file had.
  ///
  /// @param at when it was written, or met
  /// @param found whether somebody else had written it: it may have stood there long before
  /// @param content empty for a file that was not there
  record Earlier(Instant at, boolean found, Optional<byte[]> content) {}

  /// When the file was last written, made or removed, as the file system tells.
  ///
  /// @return empty where that cannot be told
  Optional<Instant> lastChange(Path file);

  /// When the folder was made that the file is in now.
  ///
  /// @return empty where there is none, or that cannot be told
  Optional<Instant> folderMade(Path file);

  /// Oldest first.
  List<Earlier> of(Path file) throws PortException;
}
