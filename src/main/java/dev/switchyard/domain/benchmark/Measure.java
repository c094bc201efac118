package dev.switchyard.domain.benchmark;

import java.util.Locale;

/// What is measured, with its unit and who measured it.
///
/// A server's own durations are preferred: nothing of the way to it is in them. Ollama tells them
/// in its own API only; in Anthropic's it counts tokens, and when they come is seen from outside.
public enum Measure {
  /// From asking for the model until it is in memory.
  LOAD(Unit.SECONDS, Source.CLOCK, Better.LESS),

  /// How fast a prompt of about 2,000 tokens is read that the server has never seen.
  PREFILL_2K(Unit.TOKENS_PER_SECOND, Source.SERVER, Better.MORE),

  /// The same for about 16,000 tokens, as Claude Code's first prompt has.
  PREFILL_16K(Unit.TOKENS_PER_SECOND, Source.SERVER, Better.MORE),

  /// How much of the time for reading a prompt is saved where the server has just read the same.
  PREFIX_CACHE(Unit.PERCENT, Source.SERVER, Better.MORE),

  /// From sending until the first piece of the answer, thinking included.
  FIRST_TOKEN(Unit.SECONDS, Source.CLOCK, Better.LESS),

  /// How fast the answer comes after its first piece.
  GENERATION(Unit.TOKENS_PER_SECOND, Source.CLOCK, Better.MORE),

  /// From sending until the answer is complete.
  WALL(Unit.SECONDS, Source.CLOCK, Better.LESS),

  /// How long the answer was, which the time for it depends on.
  ANSWER(Unit.TOKENS, Source.SERVER, Better.NEITHER);

  /// What a figure is counted in.
  public enum Unit {
    SECONDS("s"),
    TOKENS_PER_SECOND("tokens/s"),
    TOKENS("tokens"),
    PERCENT("%");

    private final String symbol;

    Unit(String symbol) {
      this.symbol = symbol;
    }

    public String symbol() {
      return symbol;
    }
  }

  /// Who says how long it took.
  public enum Source {
    /// The server, in nanoseconds of its own.
    SERVER,
    /// Switchyard, which saw the answer come.
    CLOCK;

    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// Which way is better.
  public enum Better {
    LESS,
    MORE,
    NEITHER
  }

  private final Unit unit;
  private final Source source;
  private final Better better;

  Measure(Unit unit, Source source, Better better) {
    this.unit = unit;
    this.source = source;
    this.better = better;
  }

  public Unit unit() {
    return unit;
  }

  public Source source() {
    return source;
  }

  public Better better() {
    return better;
  }

  /// Its name in files and answers.
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
