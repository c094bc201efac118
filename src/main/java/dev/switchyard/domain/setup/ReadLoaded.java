package dev.switchyard.domain.setup;

import dev.switchyard.domain.PortException;
import dev.switchyard.domain.endpoint.EndpointUrl;
import dev.switchyard.domain.model.LoadedModel;
import dev.switchyard.domain.model.ModelServer;
import dev.switchyard.domain.truth.LoadTruth;
import dev.switchyard.domain.truth.ReadTruth;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The use case of "loaded now", for whoever asks again and again: each load is looked at once,
/// when it is first seen. Blocks. Safe for use by several threads.
public final class ReadLoaded {
  private final ModelServer server;
  private final ReadTruth reader;
  private Map<Load, LoadTruth> known = Map.of();

  public ReadLoaded(ModelServer server, ReadTruth reader) {
    this.server = server;
    this.reader = reader;
  }

  /// @throws PortException as [ModelServer#loaded]
  public synchronized List<LoadedNow> read() throws PortException {
    var seen = new HashMap<Load, LoadTruth>();
    var rows = new ArrayList<LoadedNow>();
    for (var model : server.loaded()) {
      var truth = truth(model);
      truth.ifPresent(found -> seen.put(load(model), found));
      rows.add(new LoadedNow(model, truth));
    }
    known = seen;
    return rows;
  }

  private Optional<LoadTruth> truth(LoadedModel model) {
    var before = known.get(load(model));
    if (before != null) {
      return Optional.of(before);
    }
    try {
      return Optional.of(reader.read(model));
    } catch (PortException _) {
      // The server's figure stands alone then; that the server fails is told by what needs it.
      return Optional.empty();
    }
  }

  /// What stays the same for as long as it is loaded.
  private record Load(EndpointUrl url, LoadedModel model) {}

  private Load load(LoadedModel model) {
    return new Load(
        server.url(),
        new LoadedModel(
            model.name(),
            model.digest(),
            model.bytes(),
            model.vramBytes(),
            model.contextLength(),
            Instant.EPOCH));
  }
}
