package dev.switchyard.domain.health;

import java.util.List;

/// What a person wants to know of an endpoint beside the rest.
///
/// @param models those that it has to have: the one that was named, or all that projects are routed
///   to there; empty where there is none
/// @param firstToken whether the first of them is to answer, for which the server may have to load
///   it
public record HealthWish(List<String> models, boolean firstToken) {
  public HealthWish {
    models = List.copyOf(models);
  }
}
