package dev.switchyard.domain.doctor.check;

import dev.switchyard.domain.doctor.Check;
import dev.switchyard.domain.doctor.FreeName;
import dev.switchyard.domain.doctor.MachineFacts;
import dev.switchyard.domain.doctor.Outcome;
import dev.switchyard.domain.doctor.Remedy;
import dev.switchyard.domain.doctor.Step;
import dev.switchyard.domain.model.InstalledModel;
import dev.switchyard.domain.model.ModelName;
import dev.switchyard.domain.modelfile.VariantName;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The model is named like one of Anthropic's, or by one of the words that mean one of them. Where
/// the server has it, the same model gets another name; where not, another one is asked for.
final class ClaudeLikeName implements Check {
  /// What [dev.switchyard.domain.route.EffectiveRoute] calls it.
  static final String PROBLEM = "model-like-claude";

  private static final RouteCheck SEEN =
      RouteCheck.of("model-name", Set.of(PROBLEM), "model", "ANTHROPIC_MODEL");

  @Override
  public String id() {
    return SEEN.id();
  }

  @Override
  public Outcome of(MachineFacts facts) {
    return SEEN.of(facts) instanceof Outcome.Found(var finding)
        ? new Outcome.Found(finding.with(remedy(facts, finding.remedy())))
        : SEEN.of(facts);
  }

  private static Remedy remedy(MachineFacts facts, Remedy otherwise) {
    return renamed(facts)
        .or(() -> ReadyModel.instead(facts))
        .<Remedy>map(Remedy.Fix::new)
        .orElse(otherwise);
  }

  private static Optional<List<Step>> renamed(MachineFacts facts) {
    var installed = facts.server().models().toOptional().orElse(List.of());
    return installed.stream()
        .filter(model -> facts.model().name().equals(Optional.of(model.name())))
        .findFirst()
        .flatMap(model -> {
          var name = FreeName.among(installed, suggested(model));
          return RepairedRoute.to(facts.project(), name)
              .map(route ->
                  List.of(
                      new Step.Copy(facts.server().url(), model.name(), ModelName.of(name)),
                      route));
        });
  }

  private static String suggested(InstalledModel model) {
    return VariantName.suggest(ModelName.parse(model.family()).orElse(ModelName.of("local")));
  }
}
