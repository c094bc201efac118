package dev.switchyard.domain.route;

import dev.switchyard.domain.PortException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Port: keeps the last contents of each settings file that Switchyard wrote, readable by their
/// owner only. Each content is kept once; the oldest ones go.
public interface SettingsVersions {
  /// How many contents of one file are kept.
  int KEPT = 20;

  /// The files of which there are versions.
  ///
  /// @throws PortException DENIED or FAILED where the store cannot be read
  List<Path> files() throws PortException;

  /// The versions of a file, newest first; what is broken in the store is left out.
  ///
  /// @param file the file itself, where a link leads to
  List<SettingsVersion> of(Path file) throws PortException;

  /// What stood in the file.
  ///
  /// @return empty for a file that was not there
  /// @throws PortException MISSING where the version has gone since it was listed, MALFORMED where
  ///   its content is not what was kept
  Optional<byte[]> content(SettingsVersion version) throws PortException;

  /// Keeps a content. It is on disk when this returns. One that is the newest already stays as it
  /// is; an older one that stands there again becomes the newest.
  ///
  /// @param version says what is kept
  /// @param content its content
  /// @throws PortException DENIED, NO_SPACE, FAILED; nothing is lost then that was kept before
  void keep(SettingsVersion version, Optional<byte[]> content) throws PortException;
}
