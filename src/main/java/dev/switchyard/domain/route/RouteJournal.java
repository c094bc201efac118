package dev.switchyard.domain.route;

import dev.switchyard.domain.PortException;

/// Port: keeps the journal, readable by its owner only, since it holds what stood in a person's
/// files.
public interface RouteJournal {
  /// What may be done while no other process switches.
  interface Session {
    Journal journal();

    /// It is on disk when this returns.
    void save(Journal journal) throws PortException;
  }

  /// Something that reads and writes the journal.
  @FunctionalInterface
  interface Work<T> {
    T run(Session session) throws PortException;
  }

  Journal read() throws PortException;

  /// Waits until no other process is switching, then runs the work.
  ///
  /// @throws PortException TIMEOUT where another process does not finish, MALFORMED where the
  ///   journal cannot be read
  <T> T exclusively(Work<T> work) throws PortException;
}
