package dev.switchyard.domain.about;

import java.util.List;

/// Port: what the running program is made of and what it runs on. Calls read files and may block
/// for a moment.
public interface Inventory {
  Build build();

  /// One fact about what the program runs on.
  ///
  /// @param id such as `java`; `about.fact.ID` is its name in the message bundle
  record Fact(String id, String value) {}

  /// The runtime, the toolkit, the system.
  List<Fact> facts();

  /// The libraries, by name.
  List<Part> parts();
}
