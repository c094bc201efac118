package dev.switchyard.domain.fit;

import dev.switchyard.domain.Message;

/// One part of the memory that a model takes.
///
/// @param name which
/// @param bytes how much; only of [Name#LEARNED] it can be below 0
/// @param assumption what the figure rests on
public record Part(Name name, long bytes, Message assumption) {
  /// The parts, in the order in which they are shown.
  public enum Name {
    /// The model's own numbers.
    WEIGHTS("weights"),
    /// Keys and values of every token in the context.
    KV("kv"),
    /// The fixed state of layers without a KV cache.
    STATE("state"),
    /// Buffers of the calculation itself.
    COMPUTE("compute"),
    /// Weights that read images or sound.
    PROJECTOR("projector"),
    /// What earlier loads showed the other parts to be off by; below 0 where they say too much.
    LEARNED("learned"),
    /// What the server leaves free on each GPU; not taken, but needed.
    RESERVE("reserve"),
    /// RAM that the server may fill with earlier prompts; not taken at the start.
    PROMPT_CACHE("promptCache");

    private final String wireName;

    Name(String wireName) {
      this.wireName = wireName;
    }

    public String wireName() {
      return wireName;
    }
  }
}
