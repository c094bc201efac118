package dev.switchyard.domain.truth;

import dev.switchyard.domain.memory.MemoryReading;

/// What could be seen around a load that this program started.
///
/// @param before the machine's memory when it began
/// @param after the same when it was done
/// @param othersMoved whether other models came into memory or left it meanwhile
public record WitnessedLoad(MemoryReading before, MemoryReading after, boolean othersMoved) {}
