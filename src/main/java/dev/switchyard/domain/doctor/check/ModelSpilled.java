package dev.switchyard.domain.doctor.check;

import static dev.switchyard.domain.route.EffectiveRoute.Severity.WARNING;

import dev.switchyard.domain.Bytes;
import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.doctor.Finding;
import dev.switchyard.domain.doctor.MachineFacts;
import dev.switchyard.domain.doctor.Outcome;
import dev.switchyard.domain.doctor.Remedy;
import dev.switchyard.domain.doctor.Step;
import dev.switchyard.domain.fit.FitReport;
import dev.switchyard.domain.fit.Verdict;
import dev.switchyard.domain.model.InstalledModel;
import dev.switchyard.domain.model.LoadedModel;
import java.util.List;
import java.util.Optional;

/// The model as it is in memory now lies partly beside the GPU, whatever was forecast.
final class ModelSpilled extends OfModel {
  @Override
  public String id() {
    return "model-spilled";
  }

  @Override
  Outcome installed(MachineFacts facts, InstalledModel model) {
    return switch (facts.server().loaded()) {
      case Known.Unknown<List<LoadedModel>>(var reason) -> new Outcome.Unknown(reason);
      case Known.Value<List<LoadedModel>>(var loaded) ->
          loaded.stream()
              .filter(one -> one.digest().equals(model.digest()) || one.name().equals(model.name()))
              .findFirst()
              .map(one -> of(facts, model, one))
              .orElseGet(() -> Outcome.fine("doctor.fine.not-loaded", model.name().shortText()));
    };
  }

  private static Outcome of(MachineFacts facts, InstalledModel model, LoadedModel loaded) {
    var report = facts.model().fit().toOptional().flatMap(fit -> fit);
    boolean hasGpu =
        loaded.vramBytes() > 0
            || report.filter(fit -> !fit.hardware().freeGpus().isEmpty()).isPresent();
    if (!hasGpu && report.isEmpty()) {
      return new Outcome.Unknown(Message.of("doctor.unknown.gpu"));
    }
    return hasGpu && loaded.ramBytes() > 0
        ? new Outcome.Found(finding(facts, model, loaded, report))
        : Outcome.fine("doctor.fine.in-one-place", model.name().shortText());
  }

  private static Finding finding(
      MachineFacts facts, InstalledModel model, LoadedModel loaded, Optional<FitReport> report) {
    return new Finding(
        WARNING,
        Message.of(
            "doctor.cause.model-spilled",
            model.name().shortText(),
            new Bytes(loaded.ramBytes()),
            new Bytes(loaded.bytes())),
        List.of(
            Message.of(
                "doctor.evidence.loaded", loaded.name().shortText(), loaded.contextLength())),
        Message.of("doctor.risk.model-spilled"),
        report.map(fit -> remedy(facts, model, fit)).orElseGet(() -> ModelTooLarge.byHand(model)));
  }

  /// Where it has room by now, something else held the memory when it was loaded.
  private static Remedy remedy(MachineFacts facts, InstalledModel model, FitReport report) {
    return report.placement().verdict().equals(Known.of(Verdict.FITS))
        ? Remedy.Fix.of(new Step.Reload(facts.server().url(), model.name()))
        : ModelTooLarge.smaller(facts, model, report);
  }
}
