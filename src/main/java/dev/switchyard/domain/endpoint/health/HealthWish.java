package dev.switchyard.domain.endpoint.health;

import java.util.Optional;

/// What a person wants to know of an endpoint beside the rest.
///
/// @param model the one that it has to have; empty where none was named and no project is routed to
///   one there
/// @param firstToken whether a model is to answer, for which the server may have to load it
public record HealthWish(Optional<String> model, boolean firstToken) {}
