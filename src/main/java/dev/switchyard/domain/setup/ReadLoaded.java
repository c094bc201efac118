package dev.switchyard.domain.setup;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.endpoint.EndpointUrl;
import dev.switchyard.domain.endpoint.Version;
import dev.switchyard.domain.fit.FitEstimator;
import dev.switchyard.domain.fit.FitReport;
import dev.switchyard.domain.fit.LoadOptions;
import dev.switchyard.domain.model.LoadedModel;
import dev.switchyard.domain.model.ModelServer;
import dev.switchyard.domain.modelfile.ServerMemory;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// The use case of "loaded now". Blocks.
///
/// From 0.30 on, `/api/ps` keeps one figure for the KV cache per device out of llama-server's log,
/// but a sliding-window model logs two: the one of the global layers, which grows with the context,
/// is lost. Measured on 0.32.15 with Gemma 4's geometry at 64K: 1213 MiB told, 2493 MiB allocated.
public final class ReadLoaded {
  private static final Version FIRST_THAT_LOSES_SOME = Version.of(0, 30, 0);

  /// The computation is within two per cent; a smaller difference says nothing.
  private static final double TRUSTED_SHARE = 0.95;

  private static final int SMALLEST_BATCH = 512;

  private final ModelServer server;
  private final ServerMemory memory;
  private Held compared = new Held(EndpointUrl.DEFAULT, List.of());
  private List<Optional<Long>> computed = List.of();

  /// @param memory what the server may load a model into: how it lays a model out depends on that
  public ReadLoaded(ModelServer server, ServerMemory memory) {
    this.server = server;
    this.memory = memory;
  }

  /// @throws PortException as [ModelServer#loaded]
  public synchronized List<LoadedNow> read() throws PortException {
    var loaded = server.loaded();
    var held = new Held(server.url(), loaded.stream().map(ReadLoaded::withoutTime).toList());
    if (!held.equals(compared)) {
      computed = loaded.isEmpty() ? List.of() : computed(loaded);
      compared = held;
    }
    return IntStream.range(0, loaded.size())
        .mapToObj(i -> compare(loaded.get(i), computed.get(i)))
        .toList();
  }

  /// What the comparison is of. While it is the same it is not made anew: it asks the server three
  /// more questions.
  private record Held(EndpointUrl url, List<LoadedModel> models) {}

  private static LoadedModel withoutTime(LoadedModel model) {
    return new LoadedModel(
        model.name(),
        model.digest(),
        model.bytes(),
        model.vramBytes(),
        model.contextLength(),
        Instant.EPOCH);
  }

  private List<Optional<Long>> computed(List<LoadedModel> loaded) throws PortException {
    if (!server.version().isAtLeast(FIRST_THAT_LOSES_SOME)) {
      return Collections.nCopies(loaded.size(), Optional.empty());
    }
    var estimator = new FitEstimator(server.version(), memory.hardware());
    return loaded.stream().map(model -> computed(model, estimator)).toList();
  }

  private static LoadedNow compare(LoadedModel model, Optional<Long> computed) {
    return new LoadedNow(model, computed.filter(bytes -> model.bytes() < bytes * TRUSTED_SHARE));
  }

  private Optional<Long> computed(LoadedModel model, FitEstimator estimator) {
    if (model.contextLength() < 1) {
      return Optional.empty();
    }
    try {
      var shape = server.describe(model.name()).shape();
      return estimator.estimate(shape, options(model)) instanceof Known.Value<FitReport>(var report)
          ? Optional.of(report.need().totalBytes())
          : Optional.empty();
    } catch (PortException _) {
      // The server's figure stands alone then; that the server fails is told by what needs it.
      return Optional.empty();
    }
  }

  /// On a GPU the server chose the batch by what was free when it loaded the model, which nobody
  /// tells afterwards: the smallest one claims least.
  private static LoadOptions options(LoadedModel model) {
    var options = LoadOptions.of(model.contextLength());
    return model.vramBytes() > 0 ? options.withBatch(Optional.of(SMALLEST_BATCH)) : options;
  }
}
