package dev.switchyard.domain.capability;

/// One request and what came of it.
///
/// @param evidence for the person
/// @param outcome for the probe
public record Exchange(Evidence evidence, Outcome outcome) {}
