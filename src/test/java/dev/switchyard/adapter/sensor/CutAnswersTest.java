package dev.switchyard.adapter.sensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.memory.MemoryPool;
import dev.switchyard.domain.memory.WiredLimit;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// What drivers and programs say, as it was recorded or is documented, then cut at any place and
/// garbled: no figure comes out that was not in it, and nothing breaks.
@EnabledOnOs(
    value = OS.LINUX,
    disabledReason = "the addresses of cards are no file names elsewhere")
class CutAnswersTest {
  private static final long SEED = 20_260_420;
  private static final int ROUNDS = 400;
  private static final long MIB = 1L << 20;

  private static final String CARDS =
      """
      00000000:01:00.0, 24576, 10240, 93, 71, NVIDIA GeForce RTX 3090
      00000000:41:00.0, 24576, 24210, 0, 34, NVIDIA GeForce RTX 3090
      00000000:81:00.0, 143771, 143160, [N/A], 31, NVIDIA H200
      00000000:C1:00.0, [GPU requires reset], [GPU requires reset], [Unknown Error], [N/A], NVIDIA A100, 80GB
      """;

  private static final String USES =
      """
      00000000:01:00.0, 4711, 13826, /usr/local/lib/ollama/llama-server
      00000000:01:00.0, 815, [N/A], C:\\Program Files\\a, b.exe
      00000000:41:00.0, 816, 366, [Not Found]
      """;

  private static final String SYSCTL = "68719476736\n57344\n";

  private static final String FDINFO =
      """
      pos:\t0
      flags:\t02100002
      drm-driver:\tamdgpu
      drm-client-id:\t12
      drm-pdev:\t0000:03:00.0
      drm-memory-vram:\t4194304 KiB
      drm-total-vram:\t5242880 KiB
      drm-engine-compute:\t12345 ns
      """;

  @TempDir private Path folder;

  @Test
  void readsTheProgramsTable() {
    var pools = cards(CARDS);
    assertThat(pools)
        .extracting(MemoryPool::id)
        .containsExactly("0000:01:00.0", "0000:41:00.0", "0000:81:00.0", "0000:c1:00.0");
    assertThat(pools.get(0).usedBytes()).isEqualTo(Known.of((24576 - 10240) * MIB));
    assertThat(pools.get(2).name()).isEqualTo("NVIDIA H200");
    assertThat(pools.get(2).gpu().orElseThrow().utilizationPercent())
        .isEqualTo(Known.unknown(Message.of("memory.nvidia.smi-field", "[N/A]")));
    assertThat(pools.get(3).totalBytes())
        .isEqualTo(Known.unknown(Message.of("memory.nvidia.smi-field", "[GPU requires reset]")));
    assertThat(pools.get(3).name()).isEqualTo("NVIDIA A100, 80GB");
  }

  @Test
  void readsTheProgramsProcesses() {
    assertThat(SmiTable.uses(USES))
        .extracting(SmiTable.Use::pid)
        .containsExactly(4711L, 815L, 816L);
    assertThat(SmiTable.uses(USES).getFirst().bytes()).isEqualTo(Known.of(13826 * MIB));
  }

  @Test
  void passesOnRefusals() {
    assertThat(
            SmiTable.refusal("\nNVIDIA-SMI has failed because it couldn't communicate.\nMore.\n"))
        .isEqualTo(
            Message.of(
                "memory.nvidia.refused", "NVIDIA-SMI has failed because it couldn't communicate."));
    assertThat(SmiTable.refusal("Failed to initialize NVML: Driver/library version mismatch\n"))
        .isEqualTo(Message.of("memory.nvidia.mismatch"));
    assertThat(cards("No devices were found\n")).isEmpty();
  }

  @Test
  void aCutTableHasNoRowThatTheWholeOneHasNot() {
    var whole = cards(CARDS);
    var uses = SmiTable.uses(USES);
    for (int end = 0; end <= CARDS.length(); end++) {
      assertThat(whole).as("cut at %d", end).containsAll(cards(CARDS.substring(0, end)));
    }
    for (int end = 0; end <= USES.length(); end++) {
      assertThat(uses).as("cut at %d", end).containsAll(SmiTable.uses(USES.substring(0, end)));
    }
  }

  @Test
  void aCutLimitIsTheDefault() {
    long total = 64L << 30;
    for (int end = 0; end <= SYSCTL.length(); end++) {
      var limit = WiredLimitReader.parse(SYSCTL.substring(0, end));
      assertThat(limit)
          .as("cut at %d", end)
          .isIn(
              Optional.empty(),
              Optional.of(WiredLimit.byDefault(total)),
              Optional.of(new WiredLimit(56L << 30, true)));
    }
    assertThat(WiredLimitReader.parse(SYSCTL)).contains(new WiredLimit(56L << 30, true));
    assertThat(WiredLimitReader.parse("68719476736\n0\n")).contains(WiredLimit.byDefault(total));
  }

  @Test
  void cutOpenFilesHoldWhatTheySayOrNothing() {
    var linux = new FakeLinux(folder);
    for (int end = 0; end <= FDINFO.length(); end++) {
      linux.write("proc/7/fdinfo/3", FDINFO.substring(0, end));
      assertThat(DrmClients.held(folder.resolve("proc/7"), "0000:03:00.0").orElseThrow())
          .as("cut at %d", end)
          .isIn(0L, 4096 * MIB);
    }
    assertThat(DrmClients.bytes("3 MiB")).hasValue(3 * MIB);
    assertThat(DrmClients.bytes("3 KiB")).hasValue(3 << 10);
    assertThat(DrmClients.bytes("3")).hasValue(3);
    assertThat(DrmClients.bytes("3 GB")).isEmpty();
  }

  @Test
  void garbledAnswersBreakNothing() {
    var random = new Random(SEED);
    var linux = new FakeLinux(folder);
    for (int round = 0; round < ROUNDS; round++) {
      for (var answer : List.of(CARDS, USES, SYSCTL, FDINFO)) {
        var text = garble(answer, random);
        assertThatCode(() -> readAll(text, linux))
            .as("seed %d, round %d: %s", SEED, round, text)
            .doesNotThrowAnyException();
      }
    }
  }

  private void readAll(String text, FakeLinux linux) {
    cards(text);
    SmiTable.uses(text);
    SmiTable.refusal(text);
    WiredLimitReader.parse(text);
    PciCard.address(text);
    linux.write("proc/7/fdinfo/3", text);
    DrmClients.held(folder.resolve("proc/7"), "0000:03:00.0");
  }

  /// Some characters replaced, and the end perhaps cut.
  private static String garble(String text, Random random) {
    var garbled = new StringBuilder(text);
    for (int i = random.nextInt(6); i > 0; i--) {
      garbled.setCharAt(random.nextInt(text.length()), "\0\n,: -9x[]é".charAt(random.nextInt(11)));
    }
    return garbled.substring(
        0, random.nextBoolean() ? text.length() : random.nextInt(text.length()));
  }

  private List<MemoryPool> cards(String text) {
    return SmiTable.cards(text, Known.of(List.of()), new RunningProcesses(folder.resolve("proc")));
  }
}
