package dev.switchyard.domain.memory;

import dev.switchyard.domain.Known;
import java.time.Instant;
import java.util.List;

/// All pools of the machine at one moment.
///
/// @param at when it was read
/// @param ram main memory, or the unified memory of Apple silicon
/// @param gpus one pool per GPU with memory of its own, in the driver's order; or why there is none
///   to show
public record MemoryReading(Instant at, MemoryPool ram, Known<List<MemoryPool>> gpus) {}
