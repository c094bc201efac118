package dev.switchyard.domain.doctor.check;

import static dev.switchyard.domain.route.EffectiveRoute.Severity.WARNING;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.doctor.BuiltOn;
import dev.switchyard.domain.doctor.Finding;
import dev.switchyard.domain.doctor.MachineFacts;
import dev.switchyard.domain.doctor.Outcome;
import dev.switchyard.domain.doctor.Remedy;
import dev.switchyard.domain.doctor.Step;
import dev.switchyard.domain.model.InstalledModel;
import java.util.List;
import java.util.Optional;

/// The variant's base was pulled anew since it was built: what the new one mends is not in it.
final class VariantOutdated extends OfModel {
  @Override
  public String id() {
    return "variant-outdated";
  }

  @Override
  Outcome installed(MachineFacts facts, InstalledModel model) {
    var name = model.name().shortText();
    return switch (facts.model().base()) {
      case Known.Unknown<Optional<BuiltOn>>(var reason) -> new Outcome.Unknown(reason);
      case Known.Value<Optional<BuiltOn>>(var base) when base.isEmpty() ->
          Outcome.fine("doctor.fine.no-base", name);
      case Known.Value<Optional<BuiltOn>>(var base) when !base.get().isOutdated() ->
          Outcome.fine("doctor.fine.base", name, base.get().base().shortText());
      case Known.Value<Optional<BuiltOn>>(var base) ->
          new Outcome.Found(finding(facts, name, base.get()));
    };
  }

  private static Finding finding(MachineFacts facts, String name, BuiltOn built) {
    var base = built.base().shortText();
    return new Finding(
        WARNING,
        Message.of("doctor.cause.variant-outdated", name, base),
        List.of(
            Message.of("doctor.evidence.weights", name, built.ownWeights()),
            Message.of("doctor.evidence.weights", base, built.baseWeights())),
        Message.of("doctor.risk.variant-outdated"),
        remedy(facts, name, base));
  }

  /// Only a saved Modelfile tells all that the variant was built with.
  private static Remedy remedy(MachineFacts facts, String name, String base) {
    return facts
        .model()
        .modelfile()
        .toOptional()
        .flatMap(file -> file)
        .<Remedy>map(file ->
            Remedy.Fix.of(
                new Step.Build(facts.server().url(), name, file, facts.model().modelfile(), true)))
        .orElseGet(() ->
            Remedy.ByHand.of(
                Message.of("doctor.by-hand.rebuild"),
                facts.shell().call(List.of("switchyard", "build", name, "--from", base))));
  }
}
