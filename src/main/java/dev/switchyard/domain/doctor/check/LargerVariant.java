package dev.switchyard.domain.doctor.check;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.doctor.FreeName;
import dev.switchyard.domain.doctor.MachineFacts;
import dev.switchyard.domain.doctor.Step;
import dev.switchyard.domain.model.InstalledModel;
import dev.switchyard.domain.model.ModelName;
import dev.switchyard.domain.modelfile.Modelfile;
import dev.switchyard.domain.modelfile.Template;
import dev.switchyard.domain.modelfile.VariantName;
import java.util.List;
import java.util.Optional;

/// The steps that give a project its model with another context length, and tell Claude Code.
///
/// A variant is built again under its own name. A model as it was pulled stays as it is: the
/// guide's variant of it is built, and the project asks for that one.
final class LargerVariant {
  private final MachineFacts facts;
  private final ModelName model;
  private final int tokens;

  private LargerVariant(MachineFacts facts, ModelName model, int tokens) {
    this.facts = facts;
    this.model = model;
    this.tokens = tokens;
  }

  /// Empty where what is installed, or saved, is not known, or where no route can be written.
  static Optional<List<Step>> of(MachineFacts facts, ModelName model, int tokens) {
    return new LargerVariant(facts, model, tokens).steps();
  }

  private Optional<List<Step>> steps() {
    var installed = facts.server().models().toOptional();
    var saved = facts.model().modelfile().toOptional();
    if (installed.isEmpty() || saved.isEmpty()) {
      return Optional.empty();
    }
    var own = installed.get().stream().filter(one -> one.name().equals(model)).findFirst();
    boolean isVariant =
        saved.get().isPresent()
            || own.filter(one -> one.configuredContext().toOptional().isPresent()).isPresent();
    return isVariant ? again(own, saved.get()) : beside(installed.get());
  }

  private Optional<List<Step>> again(Optional<InstalledModel> own, Optional<Modelfile> saved) {
    var name = model.shortText();
    var file = saved.orElseGet(() -> Modelfile.parse("FROM %s\n".formatted(name)));
    // A context that was not there before cannot be taken away again.
    boolean hadContext =
        own.filter(one -> one.configuredContext().toOptional().isPresent()).isPresent();
    return with(name, file, Known.of(saved), own.isPresent() && !hadContext);
  }

  private Optional<List<Step>> beside(List<InstalledModel> installed) {
    var name = FreeName.among(installed, VariantName.suggest(model));
    // Nobody has asked what is saved under the name of a variant that is not there.
    Known<Optional<Modelfile>> saved = Known.unknown(Message.of("doctor.unknown.interrupted"));
    return with(name, Template.claudeCode(model.shortText()), saved, false);
  }

  private Optional<List<Step>> with(
      String name, Modelfile file, Known<Optional<Modelfile>> saved, boolean keepsOld) {
    var build =
        new Step.Build(
            facts.server().url(),
            name,
            file.withParameter("num_ctx", String.valueOf(tokens)),
            saved,
            keepsOld);
    return RepairedRoute.to(facts.project(), name, tokens).map(route -> List.of(build, route));
  }
}
