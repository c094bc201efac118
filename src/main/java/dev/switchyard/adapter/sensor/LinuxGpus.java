package dev.switchyard.adapter.sensor;

import dev.switchyard.adapter.process.Processes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// Finds the graphics cards of a Linux machine, and looks again now and then: one can be plugged
/// in, and a driver be loaded.
final class LinuxGpus implements MachineSensor.GpuFinder {
  private static final Duration INTERVAL = Duration.ofMinutes(1);

  /// The way to the GPU in Windows' own Linux, which lists no card.
  private static final Path WSL = Path.of("/dev/dxg");

  private final LinuxMachine machine;
  private final CardNames names;
  private final Function<List<NvidiaCards.Listed>, GpuSource> nvidia;
  private final Clock clock;
  private Instant next = Instant.MIN;
  private List<PciCard> cards = List.of();
  private List<GpuSource> sources = List.of();

  LinuxGpus(LinuxMachine machine, Clock clock, Processes processes) {
    this(
        machine,
        clock,
        listed ->
            new NvidiaCards(
                listed,
                JnaNvml::find,
                new NvidiaSmi(processes),
                new RunningProcesses(machine.proc()),
                clock));
  }

  /// @param nvidia makes the source of those cards that NVIDIA's driver runs
  LinuxGpus(
      LinuxMachine machine, Clock clock, Function<List<NvidiaCards.Listed>, GpuSource> nvidia) {
    this.machine = machine;
    this.clock = clock;
    this.nvidia = nvidia;
    names = new CardNames(machine.shared());
  }

  @Override
  public List<GpuSource> find() {
    var now = clock.instant();
    if (!now.isBefore(next)) {
      boolean first = next.equals(Instant.MIN);
      next = now.plus(INTERVAL);
      var found = machine.cards();
      if (first || !found.equals(cards)) {
        cards = found;
        sources = sources(found);
      }
    }
    return sources;
  }

  /// In the order of the bus; NVIDIA's driver, which has one source, where its first card is.
  private List<GpuSource> sources(List<PciCard> found) {
    var made = new ArrayList<GpuSource>();
    var listed =
        found.stream()
            .filter(LinuxGpus::isNvidias)
            .map(card -> new NvidiaCards.Listed(card, names.of(card)))
            .toList();
    for (var card : found) {
      if (!isNvidias(card)) {
        made.add(new DrmCard(card, names.of(card), new CardProcesses(machine, clock)));
      } else if (card.equals(listed.getFirst().card())) {
        made.add(nvidia.apply(listed));
      }
    }
    if (listed.isEmpty() && Files.exists(WSL)) {
      made.add(nvidia.apply(listed));
    }
    return List.copyOf(made);
  }

  private static boolean isNvidias(PciCard card) {
    return card.vendor() == PciCard.NVIDIA && card.isRunBy("nvidia");
  }
}
