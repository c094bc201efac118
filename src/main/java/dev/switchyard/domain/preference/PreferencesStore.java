package dev.switchyard.domain.preference;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import java.util.Optional;

/// Port: keeps the preferences in one file.
public interface PreferencesStore {
  /// What was read.
  ///
  /// @param problem a file that could not be read was renamed, never overwritten: this says so and
  ///   names the new name
  record Loaded(Preferences preferences, Optional<Message> problem) {}

  Loaded load() throws PortException;

  /// Keys in the file that Switchyard does not know stay.
  void save(Preferences preferences) throws PortException;
}
