package dev.switchyard.ui.projects;

import java.util.ArrayList;
import java.util.List;

/// Brings what this program writes to everything that shows routes, so that a person's own switch
/// shows at once everywhere; the watch over the files may hear of it seconds later.
public final class WrittenRoutes {
  private final List<Runnable> readers = new ArrayList<>();

  /// @param refresh reads the routes that something shows anew
  public void addReader(Runnable refresh) {
    readers.add(refresh);
  }

  /// Settings were written.
  public void announce() {
    readers.forEach(Runnable::run);
  }
}
