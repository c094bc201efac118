package dev.switchyard.domain.truth;

import dev.switchyard.domain.PortException;
import dev.switchyard.domain.endpoint.EndpointUrl;
import dev.switchyard.domain.model.LoadedModel;
import dev.switchyard.domain.model.ModelName;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// All loads that this program learns of, by whatever way, on whichever server; each is looked at
/// once, and learned from. To hear of one costs nothing, and to look at it is for later, when
/// nobody waits. Safe for use by several threads.
public final class SeenLoads {
  private final Function<EndpointUrl, ReadTruth> readers;
  private final Map<EndpointUrl, Map<LoadedModel, Optional<LoadTruth>>> loads = new HashMap<>();
  private final Map<Place, WitnessedLoad> witnessed = new HashMap<>();
  private Runnable onNews = () -> {};

  private record Place(EndpointUrl url, ModelName model) {}

  /// @param readers looks at the loads of the server at an address
  public SeenLoads(Function<EndpointUrl, ReadTruth> readers) {
    this.readers = readers;
  }

  /// @param listener told, on the thread that heard of it, that there is a load to look at; again
  ///   and again until [#look] was possible
  public synchronized void setOnNews(Runnable listener) {
    onNews = listener;
  }

  /// A server has answered what it has in memory.
  void heard(EndpointUrl url, List<LoadedModel> models) {
    if (keep(url, models)) {
      listener().run();
    }
  }

  private synchronized Runnable listener() {
    return onNews;
  }

  private synchronized boolean keep(EndpointUrl url, List<LoadedModel> models) {
    var before = loads.getOrDefault(url, Map.of());
    var now = new HashMap<LoadedModel, Optional<LoadTruth>>();
    for (var model : models) {
      var load = load(model);
      now.put(load, before.getOrDefault(load, Optional.empty()));
    }
    loads.put(url, now);
    witnessed.keySet().removeIf(place -> place.url().equals(url) && !holds(models, place));
    return now.containsValue(Optional.<LoadTruth>empty());
  }

  private static boolean holds(List<LoadedModel> models, Place place) {
    return models.stream().anyMatch(model -> model.name().equals(place.model()));
  }

  /// A load that this program started was watched.
  synchronized void witnessed(EndpointUrl url, ModelName model, WitnessedLoad load) {
    witnessed.put(new Place(url, model), load);
  }

  /// What was seen of a load; empty where it was not looked at yet, or could not be.
  public synchronized Optional<LoadTruth> of(EndpointUrl url, LoadedModel model) {
    return loads.getOrDefault(url, Map.of()).getOrDefault(load(model), Optional.empty());
  }

  /// Looks at every load that was heard of and not looked at. Blocks.
  ///
  /// @return whether there is more to show than before
  public boolean look() {
    boolean any = false;
    for (var place : unseen().entrySet()) {
      for (var model : place.getValue()) {
        any |= isSeen(place.getKey(), model);
      }
    }
    return any;
  }

  private boolean isSeen(EndpointUrl url, LoadedModel model) {
    try {
      look(url, model);
      return true;
    } catch (PortException _) {
      // The server's figure stands alone then; that the server fails is told by what needs it.
      return false;
    }
  }

  private synchronized Map<EndpointUrl, List<LoadedModel>> unseen() {
    var unseen = new HashMap<EndpointUrl, List<LoadedModel>>();
    loads.forEach((url, models) ->
        unseen.put(
            url,
            models.entrySet().stream()
                .filter(model -> model.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .toList()));
    return unseen;
  }

  /// Looks at one load, where that was not done yet. Blocks.
  ///
  /// @throws PortException as [ReadTruth#read]
  public LoadTruth look(EndpointUrl url, LoadedModel model) throws PortException {
    var known = of(url, model);
    if (known.isPresent()) {
      return known.get();
    }
    var truth = readers.apply(url).read(model, witness(url, model));
    keep(url, model, truth);
    return truth;
  }

  private synchronized Optional<WitnessedLoad> witness(EndpointUrl url, LoadedModel model) {
    return Optional.ofNullable(witnessed.get(new Place(url, model.name())));
  }

  private synchronized void keep(EndpointUrl url, LoadedModel model, LoadTruth truth) {
    loads
        .getOrDefault(url, new HashMap<>())
        .computeIfPresent(load(model), (_, _) -> Optional.of(truth));
  }

  /// What stays the same for as long as it is loaded.
  private static LoadedModel load(LoadedModel model) {
    return new LoadedModel(
        model.name(),
        model.digest(),
        model.bytes(),
        model.vramBytes(),
        model.contextLength(),
        Instant.EPOCH);
  }
}
