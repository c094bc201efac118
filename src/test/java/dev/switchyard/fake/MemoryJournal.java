package dev.switchyard.fake;

import dev.switchyard.domain.PortException;
import dev.switchyard.domain.route.Journal;
import dev.switchyard.domain.route.RouteJournal;

/// A journal in memory.
public final class MemoryJournal implements RouteJournal {
  public Journal journal = Journal.EMPTY;

  @Override
  public Journal read() {
    return journal;
  }

  @Override
  public <T> T exclusively(Work<T> work) throws PortException {
    return work.run(
        new Session() {
          @Override
          public Journal journal() {
            return journal;
          }

          @Override
          public void save(Journal next) {
            journal = next;
          }
        });
  }
}
