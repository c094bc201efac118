package dev.switchyard.domain.benchmark;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What has been measured so far.
final class Figures {
  private final List<FigureKey> wanted;
  private final Map<FigureKey, List<Double>> samples = new LinkedHashMap<>();
  private final Map<FigureKey, Message> reasons = new LinkedHashMap<>();

  /// @param wanted all that are to be measured, in the order for display
  Figures(List<FigureKey> wanted) {
    this.wanted = wanted;
  }

  void add(FigureKey key, double value) {
    samples.computeIfAbsent(key, _ -> new ArrayList<>()).add(value);
  }

  void add(FigureKey key, Known<Double> value) {
    switch (value) {
      case Known.Value<Double>(var known) -> add(key, known);
      case Known.Unknown<Double>(var reason) -> unknown(key, reason);
    }
  }

  void unknown(FigureKey key, Message reason) {
    reasons.put(key, reason);
  }

  void unknown(List<FigureKey> keys, Message reason) {
    keys.forEach(key -> unknown(key, reason));
  }

  /// @param otherwise why the rest is not known
  Map<FigureKey, Known<Samples>> all(Message otherwise) {
    var all = new LinkedHashMap<FigureKey, Known<Samples>>();
    for (var key : wanted) {
      var values = samples.get(key);
      all.put(
          key,
          values == null
              ? Known.unknown(reasons.getOrDefault(key, otherwise))
              : Known.of(new Samples(values)));
    }
    return all;
  }
}
