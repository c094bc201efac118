package dev.switchyard.adapter.demo;

import dev.switchyard.domain.endpoint.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The models in the simulated server's memory, how long they stay, and what does not fit.
final class SimulatedMemory {
  /// Go's longest duration: what the server adds for "forever".
  private static final Duration FOREVER = Duration.ofNanos(Long.MAX_VALUE);

  private static final long LOADED_BYTES_PER_SECOND = 2_500_000_000L;
  private static final int SMALL_CONTEXT = 4_096;
  private static final int MIDDLE_CONTEXT = 32_768;
  private static final int LARGE_CONTEXT = 262_144;

  /// @param bytes as `/api/ps` tells, which is not always what is taken
  /// @param takenVramBytes what is really taken of the GPU
  record Loaded(
      SimulatedModel model,
      long bytes,
      long vramBytes,
      long takenVramBytes,
      int contextLength,
      Instant expiresAt) {}

  private final Setup setup;
  private final Version version;
  private final Map<String, Loaded> loadedByWeights = new HashMap<>();

  SimulatedMemory(Setup setup, Version version) {
    this.setup = setup;
    this.version = version;
    setup.loaded().forEach(this::preload);
  }

  private void preload(SimulatedModel model) {
    try {
      enter(model, contextLength(model), setup.keepAlive());
    } catch (Refusal refusal) {
      throw new IllegalArgumentException("cannot be loaded: " + model.name(), refusal);
    }
  }

  /// Longest first, as the server lists them.
  synchronized List<Loaded> loaded() {
    var now = setup.pace().now();
    loadedByWeights.values().removeIf(loaded -> loaded.expiresAt().isBefore(now));
    return loadedByWeights.values().stream()
        .sorted(Comparator.comparing(Loaded::expiresAt).reversed())
        .toList();
  }

  synchronized void unload(SimulatedModel model) {
    loadedByWeights.remove(model.weights().digest());
  }

  /// Loads a model unless it is loaded with the same context already, and keeps it for a while
  /// longer.
  ///
  /// @param keepAlive empty where the request does not say
  int load(SimulatedModel model, Optional<Duration> keepAlive)
      throws Refusal, InterruptedException {
    int context = contextLength(model);
    var running = running(model);
    if (running.isEmpty() || running.get().contextLength() != context) {
      setup.pace().pause(Duration.ofMillis(model.bytes() * 1000 / LOADED_BYTES_PER_SECOND));
    }
    enter(model, context, keepAlive.or(() -> running.map(this::keptFor)).orElse(setup.keepAlive()));
    return context;
  }

  private synchronized Optional<Loaded> running(SimulatedModel model) {
    return Optional.ofNullable(loadedByWeights.get(model.weights().digest()))
        .filter(loaded -> !loaded.expiresAt().isBefore(setup.pace().now()));
  }

  private Duration keptFor(Loaded loaded) {
    var left = Duration.between(setup.pace().now(), loaded.expiresAt());
    return left.compareTo(setup.keepAlive()) > 0 ? FOREVER : setup.keepAlive();
  }

  private synchronized void enter(SimulatedModel model, int context, Duration keepAlive)
      throws Refusal {
    var footprint = Footprint.of(model, context);
    if (footprint.totalBytes() > setup.gpuBytes() + setup.ramBytes()) {
      throw Refusal.of(500, outOfMemory(footprint.totalBytes()));
    }
    loadedByWeights.remove(model.weights().digest());
    evictFor(footprint);
    long vram = Math.min(footprint.totalBytes(), setup.gpuBytes() - vramInUse());
    long told = footprint.toldBytes(version);
    loadedByWeights.put(
        model.weights().digest(),
        new Loaded(model, told, Math.min(told, vram), vram, context, expiry(keepAlive)));
  }

  /// The server prefers to unload others over splitting a model.
  private void evictFor(Footprint footprint) {
    var candidates = new ArrayList<>(loadedByWeights.values());
    candidates.sort(Comparator.comparing(Loaded::expiresAt));
    for (var candidate : candidates) {
      if (vramInUse() + footprint.totalBytes() <= setup.gpuBytes()) {
        return;
      }
      loadedByWeights.remove(candidate.model().weights().digest());
    }
  }

  /// What a GPU's own reading would show, in bytes.
  synchronized long vramInUse() {
    var now = setup.pace().now();
    loadedByWeights.values().removeIf(loaded -> loaded.expiresAt().isBefore(now));
    return loadedByWeights.values().stream().mapToLong(Loaded::takenVramBytes).sum();
  }

  private Instant expiry(Duration keepAlive) {
    return setup.pace().now().plus(keepAlive.isNegative() ? FOREVER : keepAlive);
  }

  private String outOfMemory(long bytes) {
    if (version.isAtLeast(Version.of(0, 30, 0))) {
      return "llama-server process has terminated: exit status 1: ggml_backend_cpu_buffer_type_alloc_buffer:"
          + " failed to allocate buffer of size "
          + bytes;
    }
    return "model requires more system memory (%.1f GiB) than is available (%.1f GiB)"
        .formatted(
            bytes / (double) (1 << 30), (setup.gpuBytes() + setup.ramBytes()) / (double) (1 << 30));
  }

  private int contextLength(SimulatedModel model) throws Refusal {
    int asked =
        switch (model.parameters().get("num_ctx")) {
          case null -> defaultContext();
          case Number number -> number.intValue();
          default -> throw Refusal.of(500, "option \"num_ctx\" must be of type integer");
        };
    return model.trainedContext() > 0 ? Math.min(asked, model.trainedContext()) : asked;
  }

  /// Chosen by the GPUs' memory: Ollama `server/routes.go`, since 0.15.5.
  private int defaultContext() {
    if (setup.gpuBytes() >= 47L << 30) {
      return LARGE_CONTEXT;
    }
    return setup.gpuBytes() >= 23L << 30 ? MIDDLE_CONTEXT : SMALL_CONTEXT;
  }
}
