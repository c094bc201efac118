package dev.switchyard.domain.fit;

import dev.switchyard.domain.fit.graph.Tensor;

/// The states that layers without keys and values keep for each slot, as a batch reads and writes
/// them.
///
/// Source: `build_rs` of llama.cpp's `llama-graph.cpp`.
final class RecurrentStates {
  private final Calculation step;
  private final int slots;
  private final Tensor places;

  RecurrentStates(Calculation step, int slots) {
    this.step = step;
    this.slots = slots;
    this.places = Tensor.input(Tensor.F32, slots);
  }

  /// The states of the slots in the batch, copied out of the cache.
  ///
  /// @param size elements of one state
  Tensor copied(long size) {
    var all = step.rows(Tensor.stored(), places, size);
    var own = all.part(size, slots);
    step.add(own);
    keepOthers(all, size);
    return own;
  }

  /// The same for a step that reads the states of the batch in the cache itself: those after the
  /// first are copied all the same.
  ///
  /// @param reader the step
  void readBy(Tensor reader, long size) {
    step.add(reader);
    keepOthers(step.rows(Tensor.stored(), places.part(slots - 1), size), size);
  }

  /// The slots that are to be read.
  Tensor places() {
    return places.part(slots);
  }

  /// Writes new states into the cache.
  void keep(Tensor states) {
    step.add(Tensor.stored().written(states));
  }

  /// Of slots that are not in the batch; in the largest batch there are none.
  private void keepOthers(Tensor all, long size) {
    keep(all.part(size, 0));
  }
}
