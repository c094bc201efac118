package dev.switchyard.adapter.sensor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.memory.Gpu;
import dev.switchyard.domain.memory.GpuProcess;
import dev.switchyard.domain.memory.MemoryPool;
import dev.switchyard.domain.memory.MemoryReading;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// What is read from a kernel's files, whole, cut, malformed or missing.
@EnabledOnOs(
    value = OS.LINUX,
    disabledReason = "the addresses of cards are no file names elsewhere")
class LinuxSensorTest {
  private static final long GIB = FakeLinux.GIB;

  @TempDir private Path folder;
  private FakeLinux linux;

  @BeforeEach
  void boot() {
    linux = new FakeLinux(folder);
  }

  @Test
  void readsAnAmdCard() throws PortException {
    linux.write("share/libdrm/amdgpu.ids", "1.0.0\n744C,\tC8,\tAMD Radeon RX 7900 XTX\n");
    linux.amd("0000:03:00.0", 24 * GIB, 5 * GIB);
    var pool = gpus().getFirst();
    assertThat(pool.name()).isEqualTo("AMD Radeon RX 7900 XTX");
    assertThat(pool.totalBytes()).isEqualTo(Known.of(24 * GIB));
    assertThat(pool.usedBytes()).isEqualTo(Known.of(5 * GIB));
    var gpu = gpu(pool);
    assertThat(gpu.id()).isEqualTo("0000:03:00.0");
    assertThat(gpu.integrated()).isFalse();
    assertThat(gpu.utilizationPercent()).isEqualTo(Known.of(37.0));
    assertThat(gpu.temperatureCelsius()).isEqualTo(Known.of(61.0));
    assertThat(gpu.staleSince()).isEmpty();
  }

  @Test
  void namesACardByTheListOfAllDevices() throws PortException {
    linux.write(
        "share/misc/pci.ids",
        "1002  Advanced Micro Devices\n\t744c  Navi 31 [Radeon RX 7900 XT/7900 XTX]\n10de  NVIDIA\n");
    linux.amd("0000:03:00.0", GIB, 0);
    assertThat(gpus().getFirst().name()).isEqualTo("AMD Radeon RX 7900 XT/7900 XTX");
  }

  @Test
  void namesAnUnlistedCardByItsNumber() throws PortException {
    linux.amd("0000:03:00.0", GIB, 0);
    assertThat(gpus().getFirst().name()).isEqualTo("AMD 744c");
  }

  @Test
  void tellsTwoEqualCardsApart() throws PortException {
    linux.amd("0000:43:00.0", 24 * GIB, 2 * GIB);
    linux.amd("0000:03:00.0", 24 * GIB, 9 * GIB);
    var reading = read();
    var pools = reading.gpus().toOptional().orElseThrow();
    assertThat(pools).extracting(MemoryPool::id).containsExactly("0000:03:00.0", "0000:43:00.0");
    assertThat(pools)
        .extracting(MemoryPool::usedBytes)
        .containsExactly(Known.of(9 * GIB), Known.of(2 * GIB));
    assertThat(reading.label(pools.getFirst())).isEqualTo("AMD 744c · 0000:03:00.0");
  }

  @Test
  void marksTheGpuInsideAProcessor() throws PortException {
    linux.amd("0000:c1:00.0", GIB / 2, GIB / 4).with("hwmon/hwmon3/in1_label", "vddnb");
    assertThat(gpus().getFirst().isIntegrated()).isTrue();
  }

  @Test
  void showsNoPoolForAGpuThatSharesTheRam() throws PortException {
    linux.card("0000:00:02.0", "0x8086", "0x46a6").runBy("i915");
    assertThat(read().gpus())
        .isEqualTo(Known.unknown(Message.of("memory.gpu.no-own-memory", "Intel 46a6")));
  }

  @Test
  void looksPastDisplaysThatRunNoModel() throws PortException {
    linux.card("0000:00:01.0", "0x1234", "0x1111").runBy("bochs-drm");
    linux.card("0000:00:1f.3", "0x8086", "0x51c8").with("class", "0x040300");
    assertThat(read().gpus()).isEqualTo(Known.unknown(Message.of("memory.gpu.none")));
  }

  @Test
  void saysOfACardThatTellsNothingWhy() throws PortException {
    linux.card("0000:03:00.0", "0x8086", "0x56a0").runBy("xe");
    linux.card("0000:04:00.0", "0x10de", "0x2204");
    var pools = gpus();
    assertThat(reason(pools.get(0).totalBytes())).isEqualTo(Message.of("memory.gpu.untold", "xe"));
    assertThat(reason(pools.get(1).totalBytes())).isEqualTo(Message.of("memory.gpu.no-driver"));
  }

  @Test
  void wakesNoCardThatSleeps() throws PortException {
    linux.amd("0000:03:00.0", 8 * GIB, 0).with("power/runtime_status", "suspended");
    var pool = gpus().getFirst();
    assertThat(pool.totalBytes()).isEqualTo(Known.of(8 * GIB));
    assertThat(reason(gpu(pool).utilizationPercent()).key()).isEqualTo("memory.gpu.asleep");
    assertThat(reason(gpu(pool).temperatureCelsius()).key()).isEqualTo("memory.gpu.asleep");
  }

  @Test
  void saysWhatIsMissingMalformedOrCut() throws PortException {
    linux
        .amd("0000:03:00.0", 24 * GIB, 5 * GIB)
        .withText("mem_info_vram_used", "53687")
        .with("gpu_busy_percent", "137")
        .with("hwmon/hwmon3/temp1_input", "hot");
    var pool = gpus().getFirst();
    assertThat(reason(pool.usedBytes()).key()).isEqualTo("memory.file.garbled");
    assertThat(reason(gpu(pool).utilizationPercent()).key()).isEqualTo("memory.file.garbled");
    assertThat(reason(gpu(pool).temperatureCelsius()).key()).isEqualTo("memory.file.garbled");
  }

  @Test
  void tellsNoMoreUsedThanThereIs() throws PortException {
    linux.amd("0000:03:00.0", GIB, 2 * GIB).without("gpu_busy_percent");
    var pool = gpus().getFirst();
    assertThat(reason(pool.usedBytes()).key()).isEqualTo("memory.file.garbled");
    assertThat(reason(gpu(pool).utilizationPercent()).key()).isEqualTo("memory.file.missing");
  }

  @Test
  void namesWhoComputesOnAnAmdCard() throws PortException {
    linux.amd("0000:03:00.0", 24 * GIB, 5 * GIB);
    var kfd = "sys/class/kfd/kfd/";
    linux.write(kfd + "topology/nodes/0/gpu_id", "0\n");
    linux.write(kfd + "topology/nodes/1/gpu_id", "51234\n");
    linux.write(
        kfd + "topology/nodes/1/properties", "cpu_cores_count 0\nlocation_id 768\ndomain 0\n");
    linux.write(kfd + "proc/4711/vram_51234", "%d\n".formatted(4 * GIB));
    linux.write(kfd + "proc/815/vram_51234", "%d\n".formatted(GIB));
    linux.process(4711, "/usr/local/lib/ollama/llama-server", "--port", "1234");
    linux.process(815, "/opt/blender/blender");
    assertThat(gpu(gpus().getFirst()).processes())
        .isEqualTo(
            Known.of(
                List.of(
                    new GpuProcess(4711, "llama-server", true, Known.of(4 * GIB)),
                    new GpuProcess(815, "blender", false, Known.of(GIB)))));
  }

  @Test
  void findsTheModelRunnerByItsOpenFiles() throws PortException {
    linux.card("0000:03:00.0", "0x8086", "0x56a0").runBy("xe");
    linux.process(4711, "/usr/bin/ollama", "runner", "--port", "1234");
    linux.process(4712, "/usr/bin/ollama", "serve");
    var client = "drm-driver:\txe\ndrm-client-id:\t7\ndrm-pdev:\t0000:03:00.0\n";
    linux.write("proc/4711/fdinfo/9", client + "drm-resident-vram0:\t3145728 KiB\n");
    linux.write("proc/4711/fdinfo/10", client + "drm-resident-vram0:\t3145728 KiB\n");
    linux.write("proc/4711/fdinfo/11", "pos:\t0\nflags:\t02\n");
    assertThat(gpu(gpus().getFirst()).processes())
        .isEqualTo(Known.of(List.of(new GpuProcess(4711, "ollama", true, Known.of(3 * GIB)))));
  }

  @Test
  void reportsACardThatIsPluggedIn() throws PortException {
    var clock = new TestClock();
    var sensor = sensor(clock);
    assertThat(sensor.read().gpus().toOptional()).isEmpty();
    linux.amd("0000:03:00.0", GIB, 0);
    clock.forward(Duration.ofMinutes(1));
    assertThat(sensor.read().gpus().toOptional().orElseThrow()).hasSize(1);
  }

  private List<MemoryPool> gpus() throws PortException {
    return read().gpus().toOptional().orElseThrow();
  }

  private MemoryReading read() throws PortException {
    try (var sensor = sensor(Clock.systemUTC())) {
      return sensor.read();
    }
  }

  private MachineSensor sensor(Clock clock) {
    var machine = linux.machine();
    var gpus =
        new LinuxGpus(
            machine,
            clock,
            listed -> {
              throw new AssertionError("no driver of NVIDIA's runs here");
            });
    return new MachineSensor(clock, OshiRam.ofLinux(), gpus, Duration.ofMinutes(1));
  }

  private static Gpu gpu(MemoryPool pool) {
    return pool.gpu().orElseThrow();
  }

  private static Message reason(Known<?> figure) {
    return switch (figure) {
      case Known.Unknown<?>(var reason) -> reason;
      case Known.Value<?>(var value) -> throw new AssertionError("known: " + value);
    };
  }
}
