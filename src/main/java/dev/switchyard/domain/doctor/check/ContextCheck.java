package dev.switchyard.domain.doctor.check;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.context.Breach;
import dev.switchyard.domain.context.ContextContract;
import dev.switchyard.domain.context.Figure;
import dev.switchyard.domain.context.Mend;
import dev.switchyard.domain.context.Place;
import dev.switchyard.domain.doctor.Check;
import dev.switchyard.domain.doctor.Finding;
import dev.switchyard.domain.doctor.MachineFacts;
import dev.switchyard.domain.doctor.Outcome;
import dev.switchyard.domain.doctor.Remedy;
import dev.switchyard.domain.doctor.Step;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What the context contract says of one of its places.
///
/// @param id the check's
/// @param place the one that it judges
/// @param breaches those of [ContextContract] that it is about
record ContextCheck(String id, Place place, Set<String> breaches) implements Check {
  @Override
  public Outcome of(MachineFacts facts) {
    return switch (facts.model().context()) {
      case Known.Unknown<Optional<ContextContract>>(var reason) -> new Outcome.Unknown(reason);
      case Known.Value<Optional<ContextContract>>(var contract) when contract.isEmpty() ->
          Outcome.fine("context.not-ours");
      case Known.Value<Optional<ContextContract>>(var contract) -> of(facts, contract.get());
    };
  }

  private Outcome of(MachineFacts facts, ContextContract contract) {
    var found = contract.breaches().stream().filter(one -> breaches.contains(one.id())).findFirst();
    if (found.isPresent()) {
      return new Outcome.Found(finding(facts, contract, found.get()));
    }
    // What is in memory need not be there; whatever it was built with decides the next load.
    if (place != Place.LOADED
        && contract.figure(Place.BUILT) instanceof Known.Unknown<Figure>(var reason)
        && contract.served().isEmpty()) {
      return new Outcome.Unknown(reason);
    }
    return contract.answered()
        ? Outcome.fine("doctor.fine.context", contract.model())
        : new Outcome.Unknown(reason(contract));
  }

  private static Message reason(ContextContract contract) {
    return contract.built() instanceof Known.Unknown<Figure>(var reason) ? reason : contract.text();
  }

  private Finding finding(MachineFacts facts, ContextContract contract, Breach breach) {
    return new Finding(
        breach.severity(),
        breach.text(),
        Stream.of(Place.values()).map(one -> line(contract, one)).toList(),
        Message.of("doctor.risk." + id),
        remedy(facts, breach));
  }

  private static Message line(ContextContract contract, Place place) {
    return Message.of(
        "cli.context.place",
        Message.of("context.place." + place.wireName()),
        contract.figure(place).orReason(Figure::text));
  }

  private static Remedy remedy(MachineFacts facts, Breach breach) {
    var byHand = Remedy.ByHand.of(breach.advice());
    return switch (breach.mend()) {
      case Mend.WriteRoute(var tokens, _) ->
          RepairedRoute.to(facts.project(), facts.model().name().orElseThrow().shortText(), tokens)
              .<Remedy>map(Remedy.Fix::of)
              .orElse(byHand);
      case Mend.Reload(var model) -> Remedy.Fix.of(new Step.Reload(facts.server().url(), model));
      case Mend.Build(var model, var tokens) ->
          LargerVariant.of(facts, model, tokens).<Remedy>map(Remedy.Fix::new).orElse(byHand);
      case Mend.Choose() -> byHand;
    };
  }

  /// In the order in which they are to be mended: a model before the route to it.
  static List<Check> all() {
    return List.of(
        new ContextCheck("context-unset", Place.BUILT, Set.of("unset")),
        new ContextCheck("context-too-small", Place.BUILT, Set.of("too-small")),
        new ContextCheck("context-trained", Place.BUILT, Set.of("trained-too-short")),
        new ContextCheck("context-clamped", Place.BUILT, Set.of("clamped")),
        new ContextCheck(
            "context-told",
            Place.TOLD,
            Set.of("told-too-much", "not-told", "told-below-need", "told-too-little")),
        new ContextCheck("context-loaded", Place.LOADED, Set.of("loaded-differs")));
  }
}
