package dev.switchyard.adapter.sensor;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.memory.MemoryPool;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import oshi.hardware.GraphicsCard;

/// The graphics cards of Windows and of a Mac with an Intel processor, through OSHI: on Windows it
/// asks DXGI, the performance counters and the makers' libraries, on macOS the I/O registry.
final class OshiCards implements GpuSource {
  private final Supplier<List<GraphicsCard>> find;
  private List<OshiCard> cards = List.of();

  /// @param find takes up to seconds, so that it is not asked again once it has found cards
  OshiCards(Supplier<List<GraphicsCard>> find) {
    this.find = find;
  }

  @Override
  public Cards read() {
    if (cards.isEmpty()) {
      var found = find.get();
      cards =
          IntStream.range(0, found.size()).mapToObj(i -> OshiCard.open(i, found.get(i))).toList();
    }
    return new Cards(
        cards.stream().filter(card -> !card.sharesMemory()).map(OshiCard::pool).toList(),
        cards.stream().filter(OshiCard::sharesMemory).map(OshiCard::name).toList());
  }

  /// Its cards are not known before it answers, so that one stands for all.
  @Override
  public Cards unread(Message reason) {
    return Cards.of(MemoryPool.unknownGpu("gpu", "GPU", false, reason));
  }

  @Override
  public void close() {
    cards.forEach(OshiCard::close);
    cards = List.of();
  }
}
