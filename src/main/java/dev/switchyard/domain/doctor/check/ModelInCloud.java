package dev.switchyard.domain.doctor.check;

import static dev.switchyard.domain.route.EffectiveRoute.Severity.WARNING;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.doctor.Finding;
import dev.switchyard.domain.doctor.MachineFacts;
import dev.switchyard.domain.doctor.Outcome;
import dev.switchyard.domain.doctor.Remedy;
import dev.switchyard.domain.model.InstalledModel;
import java.util.List;

/// The model's requests go on to Ollama's own cloud, although the address is this machine's.
final class ModelInCloud extends OfModel {
  @Override
  public String id() {
    return "model-in-cloud";
  }

  @Override
  Outcome installed(MachineFacts facts, InstalledModel model) {
    var name = model.name().shortText();
    return model.isCloud()
        ? new Outcome.Found(
            new Finding(
                WARNING,
                Message.of("launch.warning.model-in-cloud", name, model.remoteHost()),
                List.of(Message.of("doctor.evidence.remote", name, model.remoteHost())),
                Message.of("doctor.risk.model-in-cloud"),
                ReadyModel.instead(facts)
                    .<Remedy>map(Remedy.Fix::new)
                    .orElseGet(() -> Remedy.ByHand.of(Message.of("launch.advice.model-in-cloud")))))
        : Outcome.fine("doctor.fine.model", name);
  }
}
