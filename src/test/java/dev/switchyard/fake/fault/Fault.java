package dev.switchyard.fake.fault;

/// What may go wrong.
public enum Fault {
  /// The process dies between two operations, or in the middle of a write. Nothing that it would do
  /// afterwards happens.
  KILL,
  /// No space is left from now on.
  NO_SPACE,
  /// The file system is read-only from now on.
  READ_ONLY,
  /// No name can be given any more: a rename is refused.
  NO_RENAME,
  /// One operation fails, as on a worn disk or a network share.
  ONE_ERROR
}
