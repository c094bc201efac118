package dev.switchyard.domain.setup;

import dev.switchyard.domain.model.LoadedModel;
import dev.switchyard.domain.truth.LoadTruth;
import java.util.Optional;

/// A loaded model, and what it really takes.
///
/// @param truth as it was when the load was looked at; empty before, and where the server tells
///   nothing of the model
public record LoadedNow(LoadedModel model, Optional<LoadTruth> truth) {}
