package dev.switchyard.domain.truth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.domain.fit.KvType;
import dev.switchyard.domain.fit.LoadOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class LoggedLoadTest {
  /// As 0.32.15 writes it, of two loads of a sliding-window model.
  private static final List<String> LOG =
      """
      time=2026-11-23T10:51:11.583Z level=INFO source=llama_server.go:433 msg="starting llama-server" cmd="/opt/é x/llama-server --model /m/blobs/sha256-aa --port 35867 --host 127.0.0.1 -c 8192 -np 1 -ub 1024"
      load_tensors:          CPU model buffer size =     0.75 MiB
      time=2026-11-23T10:52:11.583Z level=INFO source=llama_server.go:433 msg="starting llama-server" cmd="/opt/llama-server --model /m/blobs/sha256-bb --port 40001 --host 127.0.0.1 -c 65536 -np 1 -ub 2048"
      time=2026-11-23T10:52:11.587Z level=INFO source=sched.go:613 msg="system memory" total="23.5 GiB" free="21.8 GiB"
      load_tensors: loading model tensors, this can take a while... (load_mode = none)
      load_tensors:          CPU model buffer size =   206.77 MiB
      llama_context:        CPU  output buffer size =     0.02 MiB
      llama_kv_cache_iswa: creating non-SWA KV cache, size = 65536 cells
      llama_kv_cache:        CPU KV buffer size =  1280.00 MiB
      llama_kv_cache: size = 1280.00 MiB ( 65536 cells,   5 layers,  1/1 seqs), K (f16):  640.00 MiB, V (f16):  640.00 MiB
      llama_kv_cache:  CUDA0 KV buffer size =   600.00 MiB
      sched_reserve:  CUDA_Host compute buffer size =   406.11 MiB
      srv  llama_server: model loaded
      sched_reserve:        CPU compute buffer size =    99.00 MiB
      """
          .lines()
          .toList();

  @Test
  void everyBufferOfTheLoadCountsAndNoneOfAnother() {
    var load = LoggedLoad.last(LOG, "sha256-bb", 40_001).orElseThrow();
    assertThat(load.complete()).isTrue();
    assertThat(load.bytes("KV")).containsExactly(1280L << 20, 600L << 20);
    assertThat(load.buffers())
        .extracting(LoggedLoad.Buffer::device)
        .containsExactly("CPU", "CPU", "CPU", "CUDA0", "CUDA_Host");
    assertThat(load.gpuBytes()).isEqualTo(600L << 20);
    assertThat(load.totalBytes() / 1048576.0).isCloseTo(2492.90, Offset.offset(0.001));
  }

  @Test
  void aLoadThatDidNotEndIsNotWhole() {
    assertThat(LoggedLoad.last(LOG, "sha256-aa", 35_867).orElseThrow().complete()).isFalse();
    assertThat(LoggedLoad.last(LOG.subList(0, 9), "sha256-bb", 40_001).orElseThrow().complete())
        .isFalse();
    assertThat(LoggedLoad.last(LOG, "sha256-aa", 40_001)).isEmpty();
    assertThat(LoggedLoad.last(List.of(), "sha256-aa", 1)).isEmpty();
  }

  @Test
  void linesThatAreCutOrMixedNeverFail() {
    long seed = new Random().nextLong();
    var random = new Random(seed);
    for (int i = 0; i < 500; i++) {
      var mixed = new ArrayList<String>();
      for (var line : LOG) {
        mixed.add(line.substring(0, random.nextInt(line.length() + 1)));
      }
      var load = LoggedLoad.last(mixed, "sha256-bb", 40_001);
      assertThat(load.map(LoggedLoad::totalBytes).orElse(0L))
          .as("seed %d", seed)
          .isBetween(0L, 2600L << 20);
    }
  }

  @Test
  void theCommandLineTellsHowItWasLoaded() {
    var words =
        List.of(
            "/opt/ollama/lib/ollama/llama-server",
            "--model",
            "/m/blobs/sha256-a6e4",
            "--port",
            "36897",
            "-c",
            "262144",
            "-np",
            "2",
            "--load-mode",
            "none",
            "--cache-type-k",
            "q8_0",
            "--cache-type-v",
            "q8_0",
            "-b",
            "2048",
            "-ub",
            "2048");
    assertThat(RunnerCommand.parse(words))
        .contains(
            new RunnerCommand(
                "/m/blobs/sha256-a6e4",
                36_897,
                Optional.of(
                    new LoadRequest(
                        new LoadOptions(131_072, 2, KvType.Q8_0, Optional.of(2048)), false))));
    assertThat(RunnerCommand.parse(words.subList(0, 8))).isEmpty();
    assertThat(RunnerCommand.parse(List.of("/bin/sh"))).isEmpty();
    assertThat(RunnerCommand.parse(List.of())).isEmpty();
  }

  @Test
  void anEarlyRunnersCommandLineTellsOnlyWhichOneItIs() {
    assertThat(
            RunnerCommand.parse(
                List.of("/opt/ollama", "runner", "--model", "/m/sha256-aa", "--port", "41000")))
        .contains(new RunnerCommand("/m/sha256-aa", 41_000, Optional.empty()));
    assertThat(RunnerCommand.parse(List.of("/opt/ollama", "serve"))).isEmpty();
    assertThat(RunnerCommand.parse(List.of("/bin/sh", "-c", "--model", "x", "--port", "1")))
        .isEmpty();
  }
}
