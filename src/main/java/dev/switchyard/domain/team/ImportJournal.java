package dev.switchyard.domain.team;

import dev.switchyard.domain.PortException;
import dev.switchyard.domain.endpoint.profile.EndpointProfile;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Port: remembers what the last import changes, from before it begins.
public interface ImportJournal {
  /// What an import changes.
  ///
  /// @param switched the moment of its switch of the project's route, noted before anything of the
  ///   switch is written; empty where it did not come to that
  record Entry(
      List<ChangedEndpoint> endpoints, List<ChangedVariant> variants, Optional<Instant> switched) {
    public Entry {
      endpoints = List.copyOf(endpoints);
      variants = List.copyOf(variants);
    }

    Entry switchedAt(Instant moment) {
      return new Entry(endpoints, variants, Optional.of(moment));
    }
  }

  /// @param before empty where there was none of its name
  record ChangedEndpoint(Optional<EndpointProfile> before, EndpointProfile after) {}

  /// @param before the Modelfile's text; empty where there was none of its name
  record ChangedVariant(String name, Optional<String> before, String after) {}

  /// @return empty where nothing was imported, or the last import was taken back
  /// @throws PortException MALFORMED, DENIED, FAILED
  Optional<Entry> last() throws PortException;

  /// @throws PortException DENIED, NO_SPACE, FAILED
  void save(Optional<Entry> entry) throws PortException;
}
