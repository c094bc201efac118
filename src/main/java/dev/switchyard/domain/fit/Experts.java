package dev.switchyard.domain.fit;

/// The experts of a layer's feed-forward part.
///
/// @param count all of them, 0 where the model has none
/// @param used those that work on a token
/// @param width elements per token inside one
record Experts(long count, long used, long width) {}
