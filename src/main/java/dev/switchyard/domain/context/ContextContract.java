package dev.switchyard.domain.context;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.Tokens;
import dev.switchyard.domain.route.EffectiveRoute.Severity;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// One context length in four places, as they are now. Where two of them differ, the server cuts
/// prompts without a word, or memory is held for a context that is never used.
///
/// @param model the model that the route asks for
/// @param answered whether the server could be asked
/// @param built what the model is built with, after the server's clamp to what it was trained for
/// @param loaded what it has in memory
/// @param told what Claude Code goes by
/// @param needed what the project needs
/// @param measured whether the project's first prompt was measured, and not only estimated
/// @param breaches the places that differ, most serious first
public record ContextContract(
    String model,
    boolean answered,
    Known<Figure> built,
    Known<Figure> loaded,
    Known<Figure> told,
    Known<Figure> needed,
    boolean measured,
    List<Breach> breaches) {
  public ContextContract {
    breaches = breaches.stream().sorted(Comparator.comparing(Breach::severity).reversed()).toList();
  }

  /// Whether the places agree.
  public enum Verdict {
    /// All that is known agrees, and nothing that matters is unknown.
    HOLDS,
    /// Some place differs.
    BROKEN,
    /// What is known agrees, but that is not all.
    UNKNOWN;

    /// As the command line's JSON names it.
    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// A model that is not in memory breaks nothing: the next load gives what it is built with.
  public Verdict verdict() {
    if (breaches.stream().anyMatch(breach -> breach.severity() != Severity.INFO)) {
      return Verdict.BROKEN;
    }
    boolean served = isKnown(Place.BUILT) || isKnown(Place.LOADED);
    return served && isKnown(Place.TOLD) && isKnown(Place.NEEDED) ? Verdict.HOLDS : Verdict.UNKNOWN;
  }

  /// Whether all four are seen to agree: nothing is estimated, and the model is in memory.
  public boolean proven() {
    return verdict() == Verdict.HOLDS && measured && isKnown(Place.LOADED);
  }

  public Known<Figure> figure(Place place) {
    return switch (place) {
      case BUILT -> built;
      case LOADED -> loaded;
      case TOLD -> told;
      case NEEDED -> needed;
    };
  }

  /// What the next request is served with, in tokens: what is in memory counts more than what the
  /// next load would give.
  public Optional<Integer> served() {
    return loaded.toOptional().or(built::toOptional).map(Figure::tokens);
  }

  /// What is wrong with a place; the worst where several things are.
  public Optional<Breach> breach(Place place) {
    return breaches.stream().filter(breach -> breach.place() == place).findFirst();
  }

  /// The same in one sentence: the first breach, that all agree, or what is not known.
  public Message text() {
    if (!breaches.isEmpty()) {
      return breaches.getFirst().text();
    }
    return verdict() == Verdict.HOLDS
        ? Message.of("context.holds", model, new Tokens(served().orElseThrow()))
        : Message.of("context.not-known", model, firstReason());
  }

  /// The same in a few words, for above the breaches.
  public Message headline() {
    return verdict() == Verdict.BROKEN
        ? Message.of(
            "context.broken",
            model,
            breaches.stream().filter(one -> one.severity() != Severity.INFO).count())
        : text();
  }

  private Message firstReason() {
    return Arrays.stream(Place.values())
        .map(this::figure)
        .flatMap(figure -> reason(figure).stream())
        .findFirst()
        .orElseThrow();
  }

  private static Optional<Message> reason(Known<Figure> figure) {
    return figure instanceof Known.Unknown<Figure>(var reason)
        ? Optional.of(reason)
        : Optional.empty();
  }

  private boolean isKnown(Place place) {
    return figure(place) instanceof Known.Value<Figure>;
  }
}
