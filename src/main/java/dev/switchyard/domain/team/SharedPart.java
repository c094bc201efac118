package dev.switchyard.domain.team;

import java.util.List;

/// One thing that a shared file holds.
public sealed interface SharedPart permits SharedEndpoint, SharedVariant, SharedRoute {
  String name();

  /// What of it a person has to know before they take it over.
  List<Mark> marks();
}
