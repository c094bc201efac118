package dev.switchyard.domain.about;

import java.net.URI;
import java.util.Optional;

/// Which Switchyard this is.
///
/// @param version its number; empty when it is run from classes that have none
/// @param revision the commit that it was built from; empty when it is run from the sources
/// @param address the project's page, as the build was told; empty where it was not told
public record Build(String version, Optional<String> revision, Optional<URI> address) {
  /// `0.1.0 (3f2a9c1)`.
  @Override
  public String toString() {
    return version + revision.map(commit -> " (" + commit + ")").orElse("");
  }

  /// Where newer versions are. A link for the person, never asked by the program.
  public Optional<URI> releases() {
    return address.map(page -> URI.create(page + "/releases"));
  }

  /// The user guide of this version.
  public Optional<URI> guide() {
    return address.map(page -> URI.create(page + "/tree/v" + version + "/docs"));
  }
}
