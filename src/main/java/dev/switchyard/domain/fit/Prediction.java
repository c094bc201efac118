package dev.switchyard.domain.fit;

import dev.switchyard.domain.endpoint.Version;

/// What was computed for one way of loading a model.
///
/// @param engine the server version that it holds for
/// @param shape of which model
/// @param options how it is loaded
/// @param onGpu whether there is a GPU to load it onto
/// @param need what was computed, uncorrected
public record Prediction(
    Version engine, ModelShape shape, LoadOptions options, boolean onGpu, MemoryNeed need) {}
