package dev.switchyard.domain.preference;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import java.util.Optional;

/// Port: keeps the preferences in one file.
public interface PreferencesStore {
  /// What was read.
  ///
  /// @param problem why these are the defaults although there is a file. It is as it was: only a
  ///   save renames one that cannot be read, and never overwrites it
  record Loaded(Preferences preferences, Optional<Message> problem) {}

  /// Changes nothing.
  Loaded load() throws PortException;

  /// Keys in the file that Switchyard does not know stay.
  void save(Preferences preferences) throws PortException;
}
