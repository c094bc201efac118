package dev.switchyard.domain.doctor.check;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.doctor.BaseName;
import dev.switchyard.domain.doctor.MachineFacts;
import dev.switchyard.domain.doctor.Remedy;
import dev.switchyard.domain.doctor.Step;
import dev.switchyard.domain.model.Catalogue;
import dev.switchyard.domain.model.InstalledModel;
import dev.switchyard.domain.model.ModelName;
import java.util.List;
import java.util.Optional;

/// How a model comes to be there: built from the Modelfile that is saved for it, pulled, or
/// replaced by one that is there.
///
/// @param name what is missing
/// @param installed what is there
record MissingModel(MachineFacts facts, ModelName name, List<InstalledModel> installed) {
  Remedy remedy() {
    return built()
        .or(this::pulled)
        .or(() -> ReadyModel.instead(facts))
        .<Remedy>map(Remedy.Fix::new)
        .orElseGet(() ->
            Remedy.ByHand.of(
                Message.of("launch.advice.model-missing", name.shortText()),
                "ollama pull " + name.shortText()));
  }

  /// The base is pulled before, where it is missing too.
  private Optional<List<Step>> built() {
    var saved = facts.model().modelfile().toOptional().flatMap(file -> file);
    if (saved.isEmpty()) {
      return Optional.empty();
    }
    var build =
        new Step.Build(
            facts.server().url(), name.shortText(), saved.get(), facts.model().modelfile(), false);
    var base = BaseName.of(saved.get());
    if (base.isEmpty() || isInstalled(base.get())) {
      return Optional.of(List.of(build));
    }
    return Catalogue.find(base.get())
        .map(_ -> List.of(new Step.Pull(facts.server().url(), base.get()), build));
  }

  private boolean isInstalled(ModelName model) {
    return installed.stream().anyMatch(one -> one.name().equals(model));
  }

  /// Only what is known to be in the registry.
  private Optional<List<Step>> pulled() {
    return Catalogue.find(name).map(_ -> List.of(new Step.Pull(facts.server().url(), name)));
  }
}
