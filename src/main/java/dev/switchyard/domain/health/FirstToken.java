package dev.switchyard.domain.health;

import dev.switchyard.domain.Known;
import java.time.Duration;

/// How soon a model began to answer a short streamed request of the Messages API.
///
/// @param model the one that was asked
/// @param took from the sending to the first piece of its answer
/// @param loadedBefore whether it was in memory; where it was not, the time holds its loading
public record FirstToken(String model, Duration took, Known<Boolean> loadedBefore) {}
