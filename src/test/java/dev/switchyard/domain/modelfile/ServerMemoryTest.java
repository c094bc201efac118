package dev.switchyard.domain.modelfile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.memory.OtherMachine;
import dev.switchyard.fake.FixedMemory;
import dev.switchyard.fake.ServedOllama;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ServerMemoryTest {
  private static final long GIB = 1L << 30;

  @RegisterExtension private final ServedOllama ollama = new ServedOllama();

  private Optional<OtherMachine> other = Optional.empty();

  @Test
  void plansForThisMachineUnlessAnotherIsDescribed() throws Exception {
    var memory = new ServerMemory(ollama.server(), FixedMemory.of(16 * GIB), () -> other);
    assertThat(memory.planned()).isEqualTo(memory.hardware());
  }

  @Test
  void plansForAllOfAMachineDescribedByHand() throws Exception {
    var memory = new ServerMemory(ollama.server(), FixedMemory.of(16 * GIB, 8 * GIB), () -> other);
    other = Optional.of(new OtherMachine(64 * GIB, List.of(24 * GIB, 12 * GIB), false));
    assertThat(memory.planned().freeRam()).isEqualTo(Known.of(64 * GIB));
    assertThat(memory.planned().freeGpus()).containsExactly(24 * GIB, 12 * GIB);
    assertThat(memory.hardware().freeGpus()).containsExactly(8 * GIB);
  }

  @Test
  void givesTheGpuOfAMacItsShare() throws Exception {
    var memory = new ServerMemory(ollama.server(), FixedMemory.of(16 * GIB), () -> other);
    other = Optional.of(new OtherMachine(64 * GIB, List.of(), true));
    assertThat(memory.planned().unified()).isTrue();
    assertThat(memory.planned().freeGpus()).containsExactly(48 * GIB);
  }
}
