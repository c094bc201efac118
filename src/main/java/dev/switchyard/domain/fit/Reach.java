package dev.switchyard.domain.fit;

import dev.switchyard.domain.Known;

/// How far the context goes, in tokens, to the token: one more does not. It is 0 where not even one
/// token does, and unknown where the memory is not known.
///
/// Where the server chooses the batch by what is free on a GPU, a longer context can have a smaller
/// batch and take less: these are the longest, also where a shorter one beside does not fit.
///
/// @param whole stays whole where it is wanted: on the GPUs, or in RAM on a machine without one
/// @param inMemory needs no disk: in RAM what has no room on the GPUs
/// @param loadable can be loaded at all, be it that the system moves memory to disk
public record Reach(Known<Integer> whole, Known<Integer> inMemory, Known<Integer> loadable) {}
