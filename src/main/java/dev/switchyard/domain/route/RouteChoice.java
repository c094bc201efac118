package dev.switchyard.domain.route;

/// What a person chooses for a project or as the default.
public enum RouteChoice {
  /// Requests go to the endpoint with the chosen model.
  LOCAL,
  /// Requests go to Anthropic, also where a lower layer routes elsewhere.
  CLOUD,
  /// Nothing of ours: what stood there before the first switch.
  INHERIT
}
