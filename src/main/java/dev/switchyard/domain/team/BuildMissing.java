package dev.switchyard.domain.team;

import dev.switchyard.domain.Cancellation;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.model.ModelName;
import dev.switchyard.domain.model.ModelServer;
import dev.switchyard.domain.model.TransferProgress;
import dev.switchyard.domain.modelfile.BuildVariant;
import dev.switchyard.domain.modelfile.Folders;
import dev.switchyard.domain.modelfile.ModelfileStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Builds the variants that a team shares where the server does not have them yet.
public final class BuildMissing {
  private final ModelServer server;
  private final Path home;
  private final ModelfileStore modelfiles;

  /// @param home the person's home folder
  public BuildMissing(ModelServer server, Path home, ModelfileStore modelfiles) {
    this.server = server;
    this.home = home;
    this.modelfiles = modelfiles;
  }

  /// Those that are not there.
  ///
  /// @throws PortException where the server cannot be asked
  public List<SharedVariant> missing(TeamSetup setup) throws PortException {
    var missing = new ArrayList<SharedVariant>();
    for (var variant : setup.variants()) {
      if (!isThere(ModelName.of(variant.name()))) {
        missing.add(variant);
      }
    }
    return missing;
  }

  private boolean isThere(ModelName name) throws PortException {
    try {
      server.describe(name);
      return true;
    } catch (PortException e) {
      if (e.kind() == PortException.Kind.MISSING) {
        return false;
      }
      throw e;
    }
  }

  /// @throws PortException as [BuildVariant#build]
  public BuildVariant.Result build(
      SharedVariant variant, Consumer<TransferProgress> progress, Cancellation cancellation)
      throws PortException {
    var folder = modelfiles.fileOf(variant.name()).getParent();
    return new BuildVariant(server)
        .build(
            variant.name(),
            variant.modelfile(),
            new Folders(folder == null ? home : folder, home),
            progress,
            cancellation);
  }
}
