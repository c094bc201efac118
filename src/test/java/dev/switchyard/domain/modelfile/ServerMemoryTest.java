package dev.switchyard.domain.modelfile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.adapter.demo.Setup;
import dev.switchyard.adapter.demo.SimulatedOllama;
import dev.switchyard.adapter.ollama.OllamaServer;
import dev.switchyard.domain.Known;
import dev.switchyard.domain.memory.OtherMachine;
import dev.switchyard.fake.FixedMemory;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ServerMemoryTest {
  private static final long GIB = 1L << 30;

  private SimulatedOllama simulated;
  private OllamaServer server;
  private Optional<OtherMachine> other = Optional.empty();

  @BeforeEach
  void start() throws Exception {
    simulated = SimulatedOllama.start(Setup.instant());
    server = new OllamaServer(simulated.url());
  }

  @AfterEach
  void stop() {
    server.close();
    simulated.close();
  }

  @Test
  void plansForThisMachineUnlessAnotherIsDescribed() throws Exception {
    var memory = new ServerMemory(server, FixedMemory.of(16 * GIB), () -> other);
    assertThat(memory.planned()).isEqualTo(memory.hardware());
  }

  @Test
  void plansForAllOfAMachineDescribedByHand() throws Exception {
    var memory = new ServerMemory(server, FixedMemory.of(16 * GIB, 8 * GIB), () -> other);
    other = Optional.of(new OtherMachine(64 * GIB, List.of(24 * GIB, 12 * GIB), false));
    assertThat(memory.planned().freeRam()).isEqualTo(Known.of(64 * GIB));
    assertThat(memory.planned().freeGpus()).containsExactly(24 * GIB, 12 * GIB);
    assertThat(memory.hardware().freeGpus()).containsExactly(8 * GIB);
  }

  @Test
  void givesTheGpuOfAMacItsShare() throws Exception {
    var memory = new ServerMemory(server, FixedMemory.of(16 * GIB), () -> other);
    other = Optional.of(new OtherMachine(64 * GIB, List.of(), true));
    assertThat(memory.planned().unified()).isTrue();
    assertThat(memory.planned().freeGpus()).containsExactly(48 * GIB);
  }
}
