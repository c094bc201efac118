package dev.switchyard.domain.doctor.check;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.doctor.Check;
import dev.switchyard.domain.doctor.MachineFacts;
import dev.switchyard.domain.doctor.Outcome;
import dev.switchyard.domain.model.InstalledModel;
import dev.switchyard.domain.model.ModelName;
import dev.switchyard.domain.route.EffectiveRoute;
import java.util.Optional;

/// A check of the model that the project asks for, as the server has it.
abstract class OfModel implements Check {
  @Override
  public final Outcome of(MachineFacts facts) {
    if (facts.project().route() instanceof Known.Unknown<EffectiveRoute>(var reason)) {
      return new Outcome.Unknown(reason);
    }
    var name = facts.model().name();
    if (name.isEmpty()) {
      return Outcome.fine("doctor.fine.no-model");
    }
    return switch (facts.server().model(name.get())) {
      case Known.Unknown<Optional<InstalledModel>>(var reason) -> new Outcome.Unknown(reason);
      case Known.Value<Optional<InstalledModel>>(var model) when model.isPresent() ->
          installed(facts, model.get());
      case Known.Value<Optional<InstalledModel>> _ -> missing(facts, name.get());
    };
  }

  abstract Outcome installed(MachineFacts facts, InstalledModel model);

  /// Nothing can be said of a model that is not there.
  Outcome missing(MachineFacts facts, ModelName name) {
    return new Outcome.Unknown(Message.of("context.unknown.not-installed", name.shortText()));
  }
}
