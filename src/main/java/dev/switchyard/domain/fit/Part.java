package dev.switchyard.domain.fit;

import dev.switchyard.domain.Message;

/// One part of the memory that a model takes.
///
/// @param name which
/// @param bytes how much; only of [Name#LEARNED] it can be below 0
/// @param formula how the figure is worked out
/// @param assumption what it rests on
public record Part(Name name, long bytes, Message formula, Message assumption) {
  /// With what is said of all parts of that name.
  public Part(Name name, long bytes, Message assumption) {
    this(name, bytes, Message.of(name.formula), assumption);
  }

  /// The parts, in the order in which they are shown.
  public enum Name {
    /// The model's own numbers.
    WEIGHTS("weights", "fit.formula.weights"),
    /// Keys and values of every token in the context.
    KV("kv", "fit.formula.kv"),
    /// The fixed state of layers without a KV cache.
    STATE("state", "fit.formula.state"),
    /// Buffers of the calculation itself.
    COMPUTE("compute", "fit.formula.compute"),
    /// Weights that read images or sound.
    PROJECTOR("projector", "fit.formula.projector"),
    /// What earlier loads showed the other parts to be off by; below 0 where they say too much.
    LEARNED("learned", "fit.formula.learned"),
    /// What the server leaves free on each GPU; not taken, but needed.
    RESERVE("reserve", "fit.formula.reserve"),
    /// RAM that the server may fill with earlier prompts; not taken at the start.
    PROMPT_CACHE("promptCache", "fit.formula.promptCache");

    private final String wireName;
    private final String formula;

    Name(String wireName, String formula) {
      this.wireName = wireName;
      this.formula = formula;
    }

    public String wireName() {
      return wireName;
    }
  }
}
