package dev.switchyard.domain.benchmark;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// What a benchmark is about to do, and what it has brought so far.
///
/// @param number from 1, in the order of all that is planned: what turns out not to be possible is
///   passed over
/// @param of how many there are
/// @param text for a person
/// @param left how long it and the rest take
/// @param figures all that are to be measured, in the order for display, as far as they are known
public record BenchmarkStep(
    int number, int of, Message text, TimeLeft left, Map<FigureKey, Known<Samples>> figures) {
  public BenchmarkStep {
    figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
  }
}
