package dev.switchyard.domain.doctor.check;

import static dev.switchyard.domain.doctor.check.ClaudeLikeName.PROBLEM;
import static dev.switchyard.domain.route.EffectiveRoute.Severity.ERROR;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.doctor.Finding;
import dev.switchyard.domain.doctor.MachineFacts;
import dev.switchyard.domain.doctor.Outcome;
import dev.switchyard.domain.model.InstalledModel;
import dev.switchyard.domain.model.ModelName;
import java.util.List;
import java.util.stream.Collectors;

/// The server has no model of the name that the project asks for.
final class ModelMissing extends OfModel {
  @Override
  public String id() {
    return "model-missing";
  }

  @Override
  Outcome installed(MachineFacts facts, InstalledModel model) {
    return Outcome.fine("doctor.fine.model", model.name().shortText());
  }

  @Override
  Outcome missing(MachineFacts facts, ModelName name) {
    if (facts.project().route().toOptional().flatMap(route -> route.problem(PROBLEM)).isPresent()) {
      // Nobody can pull a model of that name.
      return Outcome.fine("doctor.fine.see", "model-name");
    }
    var installed = facts.server().models().toOptional().orElse(List.of());
    return new Outcome.Found(
        new Finding(
            ERROR,
            Message.of("launch.warning.model-missing", name.shortText()),
            List.of(
                Message.of(
                    "doctor.evidence.installed",
                    facts.server().url().toString(),
                    installed.stream()
                        .map(model -> model.name().shortText())
                        .collect(Collectors.joining(", ")))),
            Message.of("doctor.risk.model-missing"),
            new MissingModel(facts, name, installed).remedy()));
  }
}
