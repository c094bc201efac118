package dev.switchyard.adapter.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The faults that wait for their request.
public final class Faults {
  private final List<Fault> waiting = new ArrayList<>();

  /// The next request for the fault's path meets it; several for one path are met in order.
  public synchronized void add(Fault fault) {
    waiting.add(fault);
  }

  synchronized Optional<Fault> take(String path) {
    var found = waiting.stream().filter(fault -> fault.path().equals(path)).findFirst();
    found.ifPresent(waiting::remove);
    return found;
  }
}
