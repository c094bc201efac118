package dev.switchyard.domain.model;

/// A model that the server itself recommends.
///
/// @param contextLength tokens, 0 where not given
/// @param vramBytes what it needs on a GPU in bytes, 0 where not given
public record Recommendation(
    ModelName name, String description, int contextLength, long vramBytes) {}
