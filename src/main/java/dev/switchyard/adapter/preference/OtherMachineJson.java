package dev.switchyard.adapter.preference;

import dev.switchyard.domain.memory.OtherMachine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Hardware by hand as it stands in the file: `{"ramBytes": 68719476736, "gpuBytes": [25769803776],
/// "unified": false}`.
final class OtherMachineJson {
  private OtherMachineJson() {}

  /// Empty where it is not there or no machine.
  static Optional<OtherMachine> read(JsonNode json) {
    var gpus = new ArrayList<Long>();
    json.path("gpuBytes").forEach(gpu -> gpus.add(bytes(gpu)));
    long ram = bytes(json.path("ramBytes"));
    boolean unified = json.path("unified").asBoolean(false);
    return OtherMachine.isPossible(ram, gpus, unified)
        ? Optional.of(new OtherMachine(ram, List.copyOf(gpus), unified))
        : Optional.empty();
  }

  private static long bytes(JsonNode json) {
    return json.isIntegralNumber() && json.canConvertToLong() ? json.longValue() : 0;
  }

  static void write(ObjectNode json, OtherMachine machine) {
    json.put("ramBytes", machine.ramBytes());
    var gpus = json.putArray("gpuBytes");
    machine.gpuBytes().forEach(gpus::add);
    json.put("unified", machine.unified());
  }
}
