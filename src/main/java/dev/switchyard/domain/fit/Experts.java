package dev.switchyard.domain.fit;

/// The experts of a layer's feed-forward part.
///
/// @param count all of them, 0 where the model has none
/// @param used those that work on a token
/// @param width elements per token inside one
/// @param sharesAfterChoice whether votes become shares among the chosen ones only
/// @param normsWeights whether the weights of the chosen ones are brought to a sum of one
/// @param scalesWeights whether they are then scaled
record Experts(
    long count,
    long used,
    long width,
    boolean sharesAfterChoice,
    boolean normsWeights,
    boolean scalesWeights) {}
