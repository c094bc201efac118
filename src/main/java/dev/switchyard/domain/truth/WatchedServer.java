package dev.switchyard.domain.truth;

import dev.switchyard.domain.Cancellation;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.memory.MemoryReading;
import dev.switchyard.domain.memory.MemorySensor;
import dev.switchyard.domain.model.ForwardingServer;
import dev.switchyard.domain.model.LoadedModel;
import dev.switchyard.domain.model.ModelName;
import dev.switchyard.domain.model.ModelServer;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// A server each load of which is heard of, whoever asks it and whatever for. Where it loads a
/// model for this program, the machine's memory is looked at before and after.
public final class WatchedServer extends ForwardingServer {
  private final ModelServer server;
  private final SeenLoads seen;
  private final Supplier<MemorySensor> sensor;

  /// @param seen told of every answer
  /// @param sensor of this machine; asked for only where a model is loaded
  public WatchedServer(ModelServer server, SeenLoads seen, Supplier<MemorySensor> sensor) {
    this.server = server;
    this.seen = seen;
    this.sensor = sensor;
  }

  /// @param models in memory at the time
  private record Moment(MemoryReading memory, List<LoadedModel> models) {
    boolean holds(ModelName name) {
      return models.stream().anyMatch(model -> model.name().equals(name));
    }

    Set<String> others(ModelName name) {
      var digests = new HashSet<String>();
      models.stream()
          .filter(model -> !model.name().equals(name))
          .forEach(model -> digests.add(model.digest()));
      return digests;
    }
  }

  @Override
  protected ModelServer server() {
    return server;
  }

  @Override
  public List<LoadedModel> loaded() throws PortException {
    var models = server.loaded();
    seen.heard(url(), models);
    return models;
  }

  @Override
  public void load(ModelName name, KeepAlive keepAlive, Cancellation cancellation)
      throws PortException {
    var before = moment();
    server.load(name, keepAlive, cancellation);
    var after = moment();
    // One that was there already is only kept longer, which tells nothing.
    before
        .filter(then -> !then.holds(name))
        .ifPresent(then -> after.ifPresent(now -> witness(name, then, now)));
    after.ifPresent(now -> seen.heard(url(), now.models()));
  }

  private void witness(ModelName name, Moment before, Moment after) {
    boolean othersMoved = !before.others(name).equals(after.others(name));
    seen.witnessed(url(), name, new WitnessedLoad(before.memory(), after.memory(), othersMoved));
  }

  /// Empty where it cannot be seen: what was asked for is done all the same.
  private Optional<Moment> moment() {
    try {
      return url().isLoopback()
          ? Optional.of(new Moment(sensor.get().read(), server.loaded()))
          : Optional.empty();
    } catch (PortException _) {
      return Optional.empty();
    }
  }
}
