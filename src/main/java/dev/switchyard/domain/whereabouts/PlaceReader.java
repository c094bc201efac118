package dev.switchyard.domain.whereabouts;

/// Port: looks at the system's own files for where this program runs.
@FunctionalInterface
public interface PlaceReader {
  /// What cannot be read counts as not there.
  PlaceFacts read();
}
