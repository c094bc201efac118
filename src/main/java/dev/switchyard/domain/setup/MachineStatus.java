package dev.switchyard.domain.setup;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.launch.Program;
import dev.switchyard.domain.memory.MemoryPool;
import dev.switchyard.domain.memory.MemoryReading;
import dev.switchyard.domain.model.LoadedModel;
import dev.switchyard.domain.route.Destination;
import java.util.List;

/// Everything that can be said of this machine at one moment; what cannot be said has its reason.
///
/// @param defaultRoute where the requests of a folder without settings of its own go
public record MachineStatus(
    ServerState server,
    Known<Program> claude,
    Known<MemoryReading> memory,
    Known<List<LoadedModel>> loaded,
    Known<Destination> defaultRoute) {
  public Known<List<MemoryPool>> gpus() {
    return memory.flatMap(MemoryReading::gpus);
  }
}
