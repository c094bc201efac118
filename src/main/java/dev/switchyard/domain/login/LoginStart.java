package dev.switchyard.domain.login;

import dev.switchyard.domain.PortException;

/// Port: the system's own entry that starts a program when its person logs in. What stands there is
/// the truth; nothing is remembered elsewhere, since a desktop lets people switch it too.
public interface LoginStart {
  /// @throws PortException where the entry cannot be read
  boolean isOn() throws PortException;

  /// @throws PortException DENIED and more where the entry cannot be written; it is then as it was
  void set(boolean on) throws PortException;
}
