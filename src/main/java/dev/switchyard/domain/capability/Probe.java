package dev.switchyard.domain.capability;

import java.util.List;

/// One ability that is asked for with real requests: a pure function of what came so far.
public interface Probe {
  /// Stable: in the contract of the command line, and in what is kept.
  String id();

  /// @param soFar this probe's own exchanges, the first one first
  Step next(Subject subject, List<Exchange> soFar);
}
