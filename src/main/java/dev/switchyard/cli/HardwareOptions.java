package dev.switchyard.cli;

import dev.switchyard.domain.PortException;
import dev.switchyard.domain.fit.Hardware;
import dev.switchyard.domain.modelfile.ServerMemory;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The memory that a model shall fit into: this machine's, or in part or whole another one's.
final class HardwareOptions {
  @Option(
      names = "--ram",
      paramLabel = "SIZE",
      converter = Amounts.Size.class,
      description = "${bundle:cli.fit.ram}")
  private @Nullable Long ram;

  @Option(
      names = "--vram",
      paramLabel = "SIZE,…",
      split = ",",
      converter = Amounts.Size.class,
      description = "${bundle:cli.fit.vram}")
  private @Nullable List<Long> vram;

  @Option(
      names = "--swap",
      paramLabel = "SIZE",
      converter = Amounts.Size.class,
      description = "${bundle:cli.fit.swap}")
  private @Nullable Long swap;

  /// What was given counts as free in full; the rest is read from this machine.
  Hardware read(UseCases useCases) throws PortException {
    var hardware =
        ram != null && vram != null
            ? Hardware.of(ram, vram)
            : changed(new ServerMemory(useCases.server(), useCases.memory()).hardware());
    return swap == null ? hardware : hardware.withSwap(swap);
  }

  private Hardware changed(Hardware machine) {
    var withRam = ram == null ? machine : machine.withRam(ram);
    return vram == null ? withRam : withRam.withVram(vram);
  }
}
