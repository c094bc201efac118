package dev.switchyard.domain.capability;

import dev.switchyard.domain.Known;

/// What is being probed.
///
/// @param model the name under which the endpoint serves it
/// @param contextLength what it is loaded with, in tokens
/// @param salt differs from run to run, so that no prompt is in the server's cache yet
public record Subject(String model, Known<Integer> contextLength, String salt) {}
