package dev.switchyard.domain.setup;

import dev.switchyard.domain.PortException;
import dev.switchyard.domain.model.ModelServer;
import dev.switchyard.domain.truth.SeenLoads;
import java.util.List;

/// The use case of "loaded now", for whoever asks again and again. It waits for no look at a load.
/// Blocks.
public final class ReadLoaded {
  private final ModelServer server;
  private final SeenLoads seen;

  /// @param server each load of which is heard of
  public ReadLoaded(ModelServer server, SeenLoads seen) {
    this.server = server;
    this.seen = seen;
  }

  /// @throws PortException as [ModelServer#loaded]
  public List<LoadedNow> read() throws PortException {
    var models = server.loaded();
    var url = server.url();
    return models.stream().map(model -> new LoadedNow(model, seen.of(url, model))).toList();
  }
}
