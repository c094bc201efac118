package dev.switchyard.domain.setup;

import dev.switchyard.domain.model.LoadedModel;
import java.util.Optional;

/// A loaded model, and what it really takes where the server's figure is known to be too small.
///
/// @param computedBytes what was computed from its shape; empty where the server's figure can be
///   believed
public record LoadedNow(LoadedModel model, Optional<Long> computedBytes) {}
