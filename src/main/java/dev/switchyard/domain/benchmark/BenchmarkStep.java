package dev.switchyard.domain.benchmark;

import dev.switchyard.domain.Message;

/// What a benchmark is about to do.
///
/// @param number from 1
/// @param of how many there are
/// @param text for a person
public record BenchmarkStep(int number, int of, Message text) {}
