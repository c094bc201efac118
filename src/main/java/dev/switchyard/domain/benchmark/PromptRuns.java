package dev.switchyard.domain.benchmark;

import static dev.switchyard.domain.benchmark.DirectRun.seconds;

import dev.switchyard.domain.Cancellation;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.benchmark.ServerTimings.Target;
import dev.switchyard.domain.benchmark.Stage.Kind;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/// How fast prompts are read: such as the server has never seen, and one that it has just read.
final class PromptRuns {
  /// Lengths of the prompts, in tokens.
  static final int SHORT = 2_048;

  static final int LONG = 16_384;

  /// For the answer and what a template puts around a prompt, in tokens.
  private static final int MARGIN = 512;

  private static final double PERCENT = 100;
  private static final int WARM_UP_CHARACTERS = 4_000;

  private final ServerTimings timings;
  private final Target target;
  private final Supplier<String> marks;
  private final Cancellation cancellation;
  private final Beginning beginning;
  private final double charactersPerToken;

  /// Told before each prompt.
  @FunctionalInterface
  interface Beginning {
    /// @throws PortException CANCELLED
    void of(Stage stage) throws PortException;
  }

  /// @param marks texts of which none begins as another
  private PromptRuns(
      ServerTimings timings,
      Target target,
      Supplier<String> marks,
      Cancellation cancellation,
      Beginning beginning,
      double charactersPerToken) {
    this.timings = timings;
    this.target = target;
    this.marks = marks;
    this.cancellation = cancellation;
    this.beginning = beginning;
    this.charactersPerToken = charactersPerToken;
  }

  /// The first prompt after a load is slower than all others, so it does not count; it tells how
  /// long this model's tokens are.
  static PromptRuns warmedUp(
      ServerTimings timings,
      Target target,
      Supplier<String> marks,
      Cancellation cancellation,
      Beginning beginning)
      throws PortException {
    beginning.of(Stage.of(Kind.WARM_UP));
    var text = Filler.text(marks.get(), WARM_UP_CHARACTERS);
    var read = timings.prompt(target, text, cancellation);
    double perToken = (double) text.length() / Math.max(1, read.tokens());
    return new PromptRuns(timings, target, marks, cancellation, beginning, perToken);
  }

  /// @param contextTokens what is longer would be cut off without a word
  void once(Figures figures, int contextTokens) throws PortException {
    var shorter = first(figures, Kind.PREFILL_2K, SHORT, contextTokens);
    var longer = first(figures, Kind.PREFILL_16K, LONG, contextTokens).or(() -> shorter);
    if (longer.isPresent()) {
      again(figures, longer.get());
    } else {
      figures.unknown(
          FigureKey.of(Measure.PREFIX_CACHE), Message.of("bench.no-room", SHORT, contextTokens));
    }
  }

  private record Seen(String text, Duration read) {}

  private Optional<Seen> first(Figures figures, Kind kind, int tokens, int contextTokens)
      throws PortException {
    var key = FigureKey.of(kind == Kind.PREFILL_2K ? Measure.PREFILL_2K : Measure.PREFILL_16K);
    if (tokens + MARGIN > contextTokens) {
      figures.unknown(key, Message.of("bench.no-room", tokens, contextTokens));
      return Optional.empty();
    }
    beginning.of(Stage.of(kind));
    var text = Filler.text(marks.get(), Math.round(tokens * charactersPerToken));
    var prompt = timings.prompt(target, text, cancellation);
    if (prompt.read().isZero()) {
      figures.unknown(key, Message.of("bench.no-duration"));
      return Optional.empty();
    }
    figures.add(key, prompt.tokens() / seconds(prompt.read()));
    return Optional.of(new Seen(text, prompt.read()));
  }

  /// Where the server reads nothing of it once more, it tells no time: all of it is saved.
  private void again(Figures figures, Seen seen) throws PortException {
    beginning.of(Stage.of(Kind.PREFIX_CACHE));
    var again = timings.prompt(target, seen.text(), cancellation);
    double saved = 1 - seconds(again.read()) / seconds(seen.read());
    figures.add(FigureKey.of(Measure.PREFIX_CACHE), saved * PERCENT);
  }
}
