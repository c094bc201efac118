package dev.switchyard.domain.health;

import dev.switchyard.domain.endpoint.EndpointKind;
import dev.switchyard.domain.endpoint.EndpointUrl;

/// An endpoint that is to be checked.
///
/// @param name the person's, or the kind's where none was given
public record HealthSubject(String name, EndpointKind kind, EndpointUrl url, HealthWish wish) {}
