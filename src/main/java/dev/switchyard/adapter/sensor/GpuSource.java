package dev.switchyard.adapter.sensor;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.memory.MemoryPool;
import java.util.List;

/// One driver's graphics cards. Used by one thread at a time.
interface GpuSource extends AutoCloseable {
  /// The cards that one source sees.
  ///
  /// @param pools one for each card with memory of its own, or of which that is not known
  /// @param sharing the names of those that have none, and use RAM
  record Cards(List<MemoryPool> pools, List<String> sharing) {
    static final Cards NONE = new Cards(List.of(), List.of());

    static Cards of(MemoryPool pool) {
      return new Cards(List.of(pool), List.of());
    }
  }

  /// Asks the driver. It may never return.
  Cards read();

  /// What is known of the cards without asking the driver.
  ///
  /// @param reason why the rest is not known
  Cards unread(Message reason);

  @Override
  default void close() {}
}
