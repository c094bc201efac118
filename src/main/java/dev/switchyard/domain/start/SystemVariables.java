package dev.switchyard.domain.start;

import dev.switchyard.domain.Known;
import java.util.Collection;
import java.util.Map;

/// Port: the variables that a system keeps for every program of a session. All calls block, within
/// a time limit.
public interface SystemVariables {
  /// What launchd of macOS has under these names.
  Known<Map<String, String>> launchd(Collection<String> names);

  /// What the registry of Windows has for the person.
  ///
  /// @param known what values may refer to
  Known<Map<String, String>> ofUser(Map<String, String> known);

  /// What it has for the whole machine.
  ///
  /// @param known what values may refer to
  Known<Map<String, String>> ofMachine(Map<String, String> known);
}
