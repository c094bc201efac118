package dev.switchyard.domain.memory;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The graphics card behind a pool of memory.
///
/// @param id the same for the same card at every reading, and another one for its twin: the address
///   on the PCI bus such as `0000:01:00.0` where there is one
/// @param integrated whether it is a part of the processor; servers use such a GPU only when told
///   to
/// @param utilizationPercent 0-100, or why unknown
/// @param temperatureCelsius degrees Celsius, or why unknown
/// @param processes the programs that hold memory of it, the largest first, or why unknown
/// @param wiredLimit how much of a memory that it shares with the processor it may take; empty for
///   a memory of its own
/// @param staleSince when all of this was read, where the driver has not answered since; empty
///   where it is of now
public record Gpu(
    String id,
    boolean integrated,
    Known<Double> utilizationPercent,
    Known<Double> temperatureCelsius,
    Known<List<GpuProcess>> processes,
    Optional<WiredLimit> wiredLimit,
    Optional<Instant> staleSince) {
  /// A card of which no more is known than that it is there.
  public static Gpu unknown(String id, boolean integrated, Message reason) {
    return new Gpu(
        id,
        integrated,
        Known.unknown(reason),
        Known.unknown(reason),
        Known.unknown(reason),
        Optional.empty(),
        Optional.empty());
  }

  /// The same card, of a memory that it shares.
  ///
  /// @param limit how much of it it may take, where that is known
  public Gpu within(Optional<WiredLimit> limit) {
    return new Gpu(
        id, integrated, utilizationPercent, temperatureCelsius, processes, limit, staleSince);
  }

  Gpu since(Instant read) {
    return new Gpu(
        id,
        integrated,
        utilizationPercent,
        temperatureCelsius,
        processes,
        wiredLimit,
        Optional.of(read));
  }
}
