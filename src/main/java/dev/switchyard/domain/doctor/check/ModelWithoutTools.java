package dev.switchyard.domain.doctor.check;

import static dev.switchyard.domain.route.EffectiveRoute.Severity.ERROR;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.doctor.Finding;
import dev.switchyard.domain.doctor.MachineFacts;
import dev.switchyard.domain.doctor.Outcome;
import dev.switchyard.domain.doctor.Remedy;
import dev.switchyard.domain.model.Capability;
import dev.switchyard.domain.model.InstalledModel;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// The model cannot call tools.
final class ModelWithoutTools extends OfModel {
  @Override
  public String id() {
    return "model-without-tools";
  }

  @Override
  Outcome installed(MachineFacts facts, InstalledModel model) {
    return switch (model.capabilities()) {
      case Known.Unknown<Set<Capability>>(var reason) -> new Outcome.Unknown(reason);
      case Known.Value<Set<Capability>>(var can) when can.contains(Capability.TOOLS) ->
          Outcome.fine("doctor.fine.tools", model.name().shortText());
      case Known.Value<Set<Capability>>(var can) ->
          new Outcome.Found(
              new Finding(
                  ERROR,
                  Message.of("launch.warning.model-without-tools", model.name().shortText()),
                  List.of(
                      Message.of(
                          "doctor.evidence.capabilities",
                          can.stream()
                              .map(Capability::wireName)
                              .sorted()
                              .collect(Collectors.joining(", ")))),
                  Message.of("doctor.risk.model-without-tools"),
                  ReadyModel.instead(facts)
                      .<Remedy>map(Remedy.Fix::new)
                      .orElseGet(() ->
                          Remedy.ByHand.of(Message.of("launch.advice.model-without-tools")))));
    };
  }
}
