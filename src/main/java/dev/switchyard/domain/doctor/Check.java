package dev.switchyard.domain.doctor;

/// One thing that can be wrong. It is a function of the facts and of nothing else; what is not
/// known makes it unknown, and never fine.
public interface Check {
  /// Stable name for scripts, such as `server-down`; the bundle has what is to be so as
  /// `doctor.title.ID`, and what is wrong where it is not as `doctor.problem.ID`.
  String id();

  Outcome of(MachineFacts facts);
}
