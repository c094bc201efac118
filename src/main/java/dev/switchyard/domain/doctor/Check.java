package dev.switchyard.domain.doctor;

/// One thing that can be wrong. It is a function of the facts and of nothing else; what is not
/// known makes it unknown, and never fine.
public interface Check {
  /// Stable name for scripts, such as `server-down`; its title is the bundle's `doctor.title.ID`.
  String id();

  Outcome of(MachineFacts facts);
}
