package dev.switchyard.domain.model;

import dev.switchyard.domain.Cancellation;
import dev.switchyard.domain.Known;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.endpoint.EndpointKind;
import dev.switchyard.domain.endpoint.EndpointUrl;
import dev.switchyard.domain.endpoint.Version;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// Port: a server that holds models, pulls, builds, loads and serves them. All calls block.
///
/// Every call throws a [PortException] of kind UNREACHABLE when nobody listens there and TIMEOUT
/// when it does not answer.
public interface ModelServer {
  EndpointUrl url();

  /// The server that answers now, which stays the same whatever the person chooses meanwhile. What
  /// makes several calls and tells one thing from them makes them all to it.
  default ModelServer pinned() {
    return this;
  }

  default EndpointKind kind() {
    return EndpointKind.OLLAMA;
  }

  /// What can be asked of it; everything else is refused with what its kind lacks.
  default Set<Ability> abilities() {
    return Ability.of(kind());
  }

  /// Ollama's version.
  ///
  /// @throws PortException REFUSED where it is not Ollama
  Version version() throws PortException;

  /// Whether it answers, and which version it says that it is.
  default Known<String> release() throws PortException {
    return Known.of(version().toString());
  }

  /// All models, cloud stubs too, in the server's order (newest first). Configured context and
  /// capabilities may need one more call per model; they are kept per digest.
  List<InstalledModel> installed() throws PortException;

  List<LoadedModel> loaded() throws PortException;

  /// @throws PortException MISSING if there is no such model
  ModelDescription describe(ModelName name) throws PortException;

  /// Pulls a model; cancelling keeps what has come, so that the next pull goes on from there.
  ///
  /// @param progress told of every step, on the calling thread
  /// @throws PortException MISSING for an unknown name, NO_SPACE when the disk is full, CANCELLED;
  ///   UNREACHABLE also when it is the registry that the server cannot reach
  void pull(ModelName name, Consumer<TransferProgress> progress, Cancellation cancellation)
      throws PortException;

  /// @throws PortException MISSING if the base is not installed (the server would silently pull it)
  ///   or a file is not there
  void build(BuildRequest request, Consumer<TransferProgress> progress, Cancellation cancellation)
      throws PortException;

  /// @throws PortException CONFLICT if the destination exists (the server would overwrite it),
  ///   MISSING for the source
  void copy(ModelName source, ModelName destination) throws PortException;

  /// Unloads it first, as the server does not.
  void delete(ModelName name) throws PortException;

  /// Loads a model and keeps it; blocks until it is in memory.
  ///
  /// @throws PortException NO_SPACE when it does not fit into memory
  void load(ModelName name, KeepAlive keepAlive, Cancellation cancellation) throws PortException;

  /// Done also where it is not loaded.
  void unload(ModelName name) throws PortException;

  /// Empty where the server is too old to recommend.
  List<Recommendation> recommendations() throws PortException;

  /// How long a loaded model stays without requests.
  enum KeepAlive {
    SERVER_DEFAULT,
    FOREVER
  }
}
