package dev.switchyard.domain.about;

import java.util.List;
import java.util.Optional;

/// A library that the program is made of.
///
/// @param name what its makers call it
/// @param version as the running program holds it; empty where it does not say
/// @param licence empty when run from the sources, where the build has collected none yet
public record Part(String name, String version, Optional<Licence> licence) {
  /// The name and, where it is known, the version.
  public String title() {
    return (name + " " + version).strip();
  }

  /// @param name such as `Apache-2.0`
  /// @param address the project's page; may be empty
  /// @param texts the licence and the notices that it asks to be shown
  public record Licence(String name, String address, List<String> texts) {
    public Licence {
      texts = List.copyOf(texts);
    }
  }
}
