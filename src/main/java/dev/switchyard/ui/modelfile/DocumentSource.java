package dev.switchyard.ui.modelfile;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.model.InstalledModel;
import dev.switchyard.domain.model.ModelDescription;
import dev.switchyard.domain.model.ModelName;
import dev.switchyard.domain.model.ModelServer;
import dev.switchyard.domain.modelfile.ModelfileStore;
import dev.switchyard.domain.modelfile.ShownModelfile;
import dev.switchyard.domain.modelfile.Template;
import dev.switchyard.domain.modelfile.VariantName;
import java.util.List;
import java.util.Optional;

/// Fetches documents from the folder and the server. All calls block.
final class DocumentSource {
  private final ModelServer server;
  private final ModelfileStore store;

  DocumentSource(ModelServer server, ModelfileStore store) {
    this.server = server;
    this.store = store;
  }

  /// The saved Modelfile of this name, or else that of the installed model.
  Draft named(String name) throws PortException {
    var saved = store.read(name);
    return saved.isPresent() ? Draft.of(saved.get(), describeIfThere(name)) : installed(name);
  }

  /// The Modelfile of an installed model. A variant keeps its name; of a pulled model a variant is
  /// proposed.
  Draft installed(String text) throws PortException {
    var name = ModelName.parse(text).orElseThrow(() -> nowhere(text));
    var model = server.describe(name);
    var parent = parentOf(name);
    var shown = ShownModelfile.editable(model.modelfile(), parent.orElse(name));
    var variant = parent.isPresent() ? text : VariantName.suggest(name);
    var built = parent.isPresent() ? Optional.of(model) : describeIfThere(variant);
    return Draft.ofInstalled(text, variant, shown).against(store.read(variant), built);
  }

  /// A template, held against what is saved and built under its name.
  Draft template(Template template) throws PortException {
    return Draft.of(template)
        .against(store.read(template.name()), describeIfThere(template.name()));
  }

  private static PortException nowhere(String name) {
    return new PortException(PortException.Kind.MISSING, Message.of("modelfile.notThere", name));
  }

  private Optional<ModelDescription> describeIfThere(String text) {
    var name = ModelName.parse(text);
    if (name.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(server.describe(name.get()));
    } catch (PortException _) {
      // Only the comparison with what is built is missing then.
      return Optional.empty();
    }
  }

  /// What an installed variant was built from, where that is installed too.
  private Optional<ModelName> parentOf(ModelName name) throws PortException {
    var installed = server.installed();
    return find(installed, name)
        .flatMap(model -> ModelName.parse(model.parentModel()))
        .filter(parent -> !parent.equals(name) && find(installed, parent).isPresent());
  }

  private static Optional<InstalledModel> find(List<InstalledModel> installed, ModelName name) {
    return installed.stream().filter(model -> model.name().equals(name)).findFirst();
  }
}
