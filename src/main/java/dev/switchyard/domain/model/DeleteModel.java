package dev.switchyard.domain.model;

import dev.switchyard.domain.PortException;
import java.nio.file.Path;
import java.util.List;

/// Use case: deletes a model, after telling what would miss it.
public final class DeleteModel {
  private final ModelServer server;
  private final ModelUsers users;

  public DeleteModel(ModelServer server, ModelUsers users) {
    this.server = server;
    this.users = users;
  }

  /// What a deletion would touch.
  ///
  /// @param name the model
  /// @param variants models built from it; they go on working, since the weights stay as long as
  ///   one of them needs them
  /// @param projects projects routed to it; Claude Code would fail in them
  public record Effect(ModelName name, List<ModelName> variants, List<Path> projects) {}

  public Effect effectOf(ModelName name) throws PortException {
    var variants =
        server.installed().stream()
            .filter(model -> ModelName.parse(model.parentModel()).filter(name::equals).isPresent())
            .map(InstalledModel::name)
            .toList();
    return new Effect(name, variants, users.projectsWith(name));
  }

  /// @throws PortException MISSING if there is no such model
  public void delete(ModelName name) throws PortException {
    server.delete(name);
  }
}
