package dev.switchyard.domain.doctor.check;

import static dev.switchyard.domain.route.EffectiveRoute.Severity.ERROR;
import static dev.switchyard.domain.route.EffectiveRoute.Severity.WARNING;

import dev.switchyard.domain.Bytes;
import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.Tokens;
import dev.switchyard.domain.doctor.Finding;
import dev.switchyard.domain.doctor.MachineFacts;
import dev.switchyard.domain.doctor.Outcome;
import dev.switchyard.domain.doctor.Remedy;
import dev.switchyard.domain.fit.FitReport;
import dev.switchyard.domain.fit.Verdict;
import dev.switchyard.domain.model.ClaudeCodeReadiness;
import dev.switchyard.domain.model.InstalledModel;
import java.util.List;
import java.util.Optional;

/// The model as it is built has no room where it should be.
final class ModelTooLarge extends OfModel {
  @Override
  public String id() {
    return "model-too-large";
  }

  @Override
  Outcome installed(MachineFacts facts, InstalledModel model) {
    return switch (facts.model().fit()) {
      case Known.Unknown<Optional<FitReport>>(var reason) -> new Outcome.Unknown(reason);
      case Known.Value<Optional<FitReport>>(var report) when report.isEmpty() ->
          missing(facts, model.name());
      case Known.Value<Optional<FitReport>>(var report) -> of(facts, model, report.get());
    };
  }

  private static Outcome of(MachineFacts facts, InstalledModel model, FitReport report) {
    return switch (report.placement().verdict()) {
      case Known.Unknown<Verdict>(var reason) -> new Outcome.Unknown(reason);
      case Known.Value<Verdict>(var verdict) when verdict == Verdict.FITS ->
          new Outcome.Fine(report.sentence());
      case Known.Value<Verdict>(var verdict) ->
          new Outcome.Found(
              new Finding(
                  verdict == Verdict.SPLITS ? WARNING : ERROR,
                  report.sentence(),
                  List.of(
                      Message.of(
                          "doctor.evidence.memory",
                          model.name().shortText(),
                          new Tokens(report.need().contextLength()),
                          new Bytes(report.need().totalBytes()),
                          new Bytes(report.freeBytes()))),
                  Message.of("doctor.risk.model-too-large"),
                  smaller(facts, model, report)));
    };
  }

  /// A shorter context, as long as it is enough for Claude Code.
  static Remedy smaller(MachineFacts facts, InstalledModel model, FitReport report) {
    return report
        .recommendedContext(ClaudeCodeReadiness.NEEDED_CONTEXT)
        .toOptional()
        .filter(tokens -> tokens < report.need().contextLength())
        .flatMap(tokens -> LargerVariant.of(facts, model.name(), tokens))
        .<Remedy>map(Remedy.Fix::new)
        .orElseGet(() -> byHand(model));
  }

  static Remedy byHand(InstalledModel model) {
    return Remedy.ByHand.of(
        Message.of("doctor.by-hand.smaller-model"), "switchyard fit " + model.name().shortText());
  }
}
