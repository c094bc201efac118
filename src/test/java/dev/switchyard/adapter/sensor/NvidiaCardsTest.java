package dev.switchyard.adapter.sensor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.adapter.process.Processes;
import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.OperatingSystem;
import dev.switchyard.domain.memory.GpuProcess;
import dev.switchyard.domain.memory.MemoryPool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(
    value = OS.LINUX,
    disabledReason = "the addresses of cards are no file names elsewhere")
class NvidiaCardsTest {
  private static final long GIB = FakeLinux.GIB;
  private static final FakeNvml.Card FIRST =
      new FakeNvml.Card(
          "00000000:01:00.0", "NVIDIA GeForce RTX 3090", 24 * GIB, 10 * GIB, 93, 71, Map.of());
  private static final FakeNvml.Card SECOND =
      new FakeNvml.Card(
          "00000000:41:00.0", "NVIDIA GeForce RTX 3090", 24 * GIB, 23 * GIB, 0, 34, Map.of());

  @TempDir private Path folder;
  private final TestClock clock = new TestClock();
  private final FakeNvml library = new FakeNvml();
  private FakeLinux linux;

  @BeforeEach
  void boot() {
    linux = new FakeLinux(folder);
    linux.nvidia("0000:01:00.0");
  }

  @Test
  void readsTwoEqualCardsByTheirAddress() {
    linux.nvidia("0000:41:00.0");
    var pools = pools(source(library.with(SECOND).with(FIRST)));
    assertThat(pools).extracting(MemoryPool::id).containsExactly("0000:01:00.0", "0000:41:00.0");
    var first = pools.getFirst();
    assertThat(first.name()).isEqualTo("NVIDIA GeForce RTX 3090");
    assertThat(first.totalBytes()).isEqualTo(Known.of(24 * GIB));
    assertThat(first.usedBytes()).isEqualTo(Known.of(14 * GIB));
    assertThat(first.gpu().orElseThrow().utilizationPercent()).isEqualTo(Known.of(93.0));
    assertThat(first.gpu().orElseThrow().temperatureCelsius()).isEqualTo(Known.of(71.0));
    assertThat(pools.get(1).usedBytes()).isEqualTo(Known.of(GIB));
  }

  @Test
  void opensTheLibraryOnce() {
    var source = source(library.with(FIRST));
    pools(source);
    pools(source);
    assertThat(library.openSessions()).isEqualTo(1);
    source.close();
    assertThat(library.openSessions()).isZero();
  }

  @Test
  void namesTheModelRunner() {
    linux.process(4711, "/usr/bin/ollama", "runner", "--port", "1");
    var card =
        new FakeNvml.Card("00000000:01:00.0", "RTX", GIB, 0, 0, 0, Map.of(4711, GIB / 2, 9, -1L));
    var processes = pools(source(library.with(card))).getFirst().gpu().orElseThrow().processes();
    assertThat(processes)
        .isEqualTo(
            Known.of(
                List.of(
                    new GpuProcess(4711, "ollama", true, Known.of(GIB / 2)),
                    new GpuProcess(
                        9, "9", false, Known.unknown(Message.of("memory.nvidia.not-supported"))))));
  }

  @Test
  void makesRoomForManyProcesses() {
    var many = IntStream.range(1, 200).boxed().collect(Collectors.toMap(pid -> pid, _ -> 1L));
    var card = new FakeNvml.Card("00000000:01:00.0", "RTX", GIB, 0, 0, 0, many);
    var processes = pools(source(library.with(card))).getFirst().gpu().orElseThrow().processes();
    assertThat(processes.toOptional().orElseThrow()).hasSize(199);
  }

  @Test
  void saysThatTheDriverWasUpdated() {
    library.with(FIRST).refuse("nvmlInit_v2", NvmlLibrary.VERSION_MISMATCH);
    assertThat(pools(source(library)).getFirst().totalBytes())
        .isEqualTo(Known.unknown(Message.of("memory.nvidia.mismatch")));
  }

  @Test
  void triesAgainAfterAPause() {
    library.with(FIRST).refuse("nvmlInit_v2", 9);
    var source = source(library);
    assertThat(pools(source).getFirst().totalBytes())
        .isEqualTo(Known.unknown(Message.of("memory.nvidia.refused", "words of 9")));
    library.recover();
    assertThat(pools(source).getFirst().totalBytes().toOptional()).isEmpty();
    clock.forward(Duration.ofSeconds(30));
    assertThat(pools(source).getFirst().totalBytes()).isEqualTo(Known.of(24 * GIB));
  }

  @Test
  void looksForALostCardInANewSession() {
    var source = source(library.with(FIRST));
    pools(source);
    library.refuse("nvmlDeviceGetMemoryInfo", NvmlLibrary.GPU_IS_LOST);
    assertThat(pools(source).getFirst().totalBytes())
        .isEqualTo(Known.unknown(Message.of("memory.nvidia.lost")));
    library.recover();
    clock.forward(Duration.ofSeconds(30));
    assertThat(pools(source).getFirst().totalBytes()).isEqualTo(Known.of(24 * GIB));
    assertThat(library.openSessions()).isEqualTo(1);
  }

  @Test
  void keepsWhatOneFigureLacksToThatFigure() {
    library.with(FIRST).refuse("nvmlDeviceGetUtilizationRates", NvmlLibrary.NOT_SUPPORTED);
    var pool = pools(source(library)).getFirst();
    assertThat(pool.usedBytes()).isEqualTo(Known.of(14 * GIB));
    assertThat(pool.gpu().orElseThrow().utilizationPercent())
        .isEqualTo(Known.unknown(Message.of("memory.nvidia.not-supported")));
  }

  @Test
  void wakesNoCardThatSleeps() {
    var source = source(library.with(FIRST));
    pools(source);
    linux.write("sys/bus/pci/devices/0000:01:00.0/power/runtime_status", "suspended\n");
    var pool = pools(source).getFirst();
    assertThat(pool.totalBytes()).isEqualTo(Known.of(24 * GIB));
    assertThat(pool.usedBytes()).isEqualTo(Known.unknown(Message.of("memory.gpu.asleep")));
  }

  @Test
  void showsACardThatTheDriverDoesNot() {
    linux.nvidia("0000:41:00.0");
    var pools = pools(source(library.with(FIRST)));
    assertThat(pools.get(1).totalBytes())
        .isEqualTo(Known.unknown(Message.of("memory.nvidia.unlisted")));
  }

  @Test
  void asksTheProgramWhereThereIsNoLibrary() throws IOException {
    linux.process(4711, "/usr/bin/ollama", "runner");
    installProgram(
        """
        case "$1" in
          --query-gpu=*) echo '00000000:01:00.0, 24576, 10240, 93, 71, NVIDIA GeForce RTX 3090';;
          *) echo '00000000:01:00.0, 4711, 13826, /usr/bin/ollama';;
        esac
        """);
    var pool = pools(source(Optional.empty())).getFirst();
    assertThat(pool.usedBytes()).isEqualTo(Known.of(14 * GIB));
    assertThat(pool.gpu().orElseThrow().processes())
        .isEqualTo(Known.of(List.of(new GpuProcess(4711, "ollama", true, Known.of(13826L << 20)))));
  }

  @Test
  void asksTheProgramEveryTenSecondsAtMost() throws IOException {
    installProgram("echo x >> %s/asked\n".formatted(folder));
    var source = source(Optional.empty());
    pools(source);
    clock.forward(Duration.ofSeconds(9));
    pools(source);
    assertThat(folder.resolve("asked")).content().hasLineCount(2);
    clock.forward(Duration.ofSeconds(1));
    pools(source);
    assertThat(folder.resolve("asked")).content().hasLineCount(4);
  }

  @Test
  void passesOnWhatTheProgramSays() throws IOException {
    installProgram("echo 'Failed to initialize NVML: Driver/library version mismatch'; exit 18\n");
    assertThat(pools(source(Optional.empty())).getFirst().totalBytes())
        .isEqualTo(Known.unknown(Message.of("memory.nvidia.mismatch")));
  }

  @Test
  void saysWhereThereIsNeither() {
    assertThat(pools(source(Optional.empty())).getFirst().totalBytes())
        .isEqualTo(Known.unknown(Message.of("process.missing", "nvidia-smi")));
  }

  private void installProgram(String script) throws IOException {
    var program = folder.resolve("bin/nvidia-smi");
    Files.createDirectories(program.getParent());
    Files.writeString(program, "#!/bin/sh\n" + script);
    assertThat(program.toFile().setExecutable(true)).isTrue();
  }

  private static List<MemoryPool> pools(NvidiaCards source) {
    return source.read().pools();
  }

  private NvidiaCards source(FakeNvml found) {
    return source(Optional.of(found));
  }

  private NvidiaCards source(Optional<NvmlLibrary> found) {
    var machine = linux.machine();
    var listed =
        machine.cards().stream().map(card -> new NvidiaCards.Listed(card, "NVIDIA 2204")).toList();
    var path = Map.of("PATH", folder.resolve("bin").toString());
    return new NvidiaCards(
        listed,
        () -> found,
        new NvidiaSmi(new Processes(path, OperatingSystem.LINUX)),
        new RunningProcesses(machine.proc()),
        clock);
  }
}
