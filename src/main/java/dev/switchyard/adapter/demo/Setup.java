package dev.switchyard.adapter.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// What a simulated server is like when it starts.
///
/// @param version what it says that it is; its answers differ accordingly
/// @param installed its models
/// @param loaded those of them that are in memory
/// @param registry what can be pulled
/// @param online whether it reaches the registry
/// @param gpuBytes memory of its GPU, 0 for none
/// @param ramBytes memory for what does not fit there
/// @param bytesPerSecond how fast it pulls
/// @param keepAlive how long a model stays loaded where nobody says
public record Setup(
    String version,
    Pace pace,
    List<SimulatedModel> installed,
    List<SimulatedModel> loaded,
    List<SimulatedModel> registry,
    boolean online,
    long gpuBytes,
    long ramBytes,
    long bytesPerSecond,
    Duration keepAlive) {
  /// When the simulated world of tests begins.
  public static final Instant EPOCH = Instant.parse("2026-04-20T09:00:00Z");

  public Setup {
    installed = List.copyOf(installed);
    loaded = List.copyOf(loaded);
    registry = List.copyOf(registry);
  }

  /// The demonstration: a machine with 64 GiB of RAM and a GPU of 24 GiB on a fast line.
  public static Setup demo(Pace pace) {
    return new Setup(
        "0.33.0",
        pace,
        DemoModels.installed(pace.now()),
        List.of(),
        DemoModels.registry(pace.now()),
        true,
        24L << 30,
        64L << 30,
        85_000_000,
        Duration.ofMinutes(5));
  }

  /// For tests: the demonstration's models, and no time passes that nobody waits for.
  public static Setup instant() {
    return demo(Pace.instant(EPOCH));
  }

  public Setup withVersion(String text) {
    return new Setup(
        text,
        pace,
        installed,
        loaded,
        registry,
        online,
        gpuBytes,
        ramBytes,
        bytesPerSecond,
        keepAlive);
  }

  public Setup withInstalled(List<SimulatedModel> models) {
    return new Setup(
        version,
        pace,
        models,
        loaded,
        registry,
        online,
        gpuBytes,
        ramBytes,
        bytesPerSecond,
        keepAlive);
  }

  /// With one more model, as if it had just been built.
  public Setup plus(SimulatedModel model) {
    var models = new ArrayList<>(installed);
    models.add(model);
    return withInstalled(models);
  }

  public Setup offline() {
    return new Setup(
        version,
        pace,
        installed,
        loaded,
        registry,
        false,
        gpuBytes,
        ramBytes,
        bytesPerSecond,
        keepAlive);
  }

  public Setup withMemory(long gpu, long ram) {
    return new Setup(
        version, pace, installed, loaded, registry, online, gpu, ram, bytesPerSecond, keepAlive);
  }

  /// With a model in memory that stays there for a while.
  public Setup withLoaded(SimulatedModel model, Duration keep) {
    return new Setup(
        version,
        pace,
        installed,
        List.of(model),
        registry,
        online,
        gpuBytes,
        ramBytes,
        bytesPerSecond,
        keep);
  }
}
