package dev.switchyard.domain.truth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.adapter.demo.Setup;
import dev.switchyard.domain.Cancellation;
import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.fit.KvType;
import dev.switchyard.domain.fit.LoadOptions;
import dev.switchyard.domain.fit.Part;
import dev.switchyard.domain.model.LoadedModel;
import dev.switchyard.domain.model.ModelName;
import dev.switchyard.domain.model.ModelServer;
import dev.switchyard.domain.modelfile.Modelfile;
import dev.switchyard.domain.modelfile.ServerMemory;
import dev.switchyard.fake.FixedMemory;
import dev.switchyard.fake.ServedOllama;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ReadTruthTest {
  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
  private static final long MIB = 1 << 20;

  /// Gemma 4, whose caches are of two kinds: the server reports one of them.
  private static final ModelName SLIDING = ModelName.parse("gemma4-claude").orElseThrow();

  @RegisterExtension private final ServedOllama ollama = new ServedOllama();

  private final FixedMemory machine = FixedMemory.of(64L << 30, 24L << 30);
  private final Lessons lessons = new Lessons(new MemoryLessons(), new MemoryLessons.Silence());

  @Test
  void theLogIsBelievedAndTaughtFromAndTheLostCacheIsNamed() throws Exception {
    var truth = read(log(true));
    var need = truth.predicted().toOptional().orElseThrow().need();
    long allocated = weights() + 2280 * MIB;
    assertThat(truth.allocated().map(LoggedLoad::totalBytes)).isEqualTo(Known.of(allocated));
    assertThat(truth.heldBytes()).isEqualTo(Known.of(100 * MIB));
    assertThat(truth.understatedBytes()).contains(allocated + need.bytes(Part.Name.PROJECTOR));
    assertThat(truth.reasons()).extracting(Message::key).contains("truth.reason.oneCache");
    assertThat(lessons.all()).hasSize(1);
    assertThat(lessons.all().getFirst().actualBytes())
        .isEqualTo(allocated + need.bytes(Part.Name.PROJECTOR));
  }

  @Test
  void aFigureThatIsKnownToBeWrongTeachesNothing() throws Exception {
    var truth = read(Known.unknown(Message.of("truth.unknown.noLog")));
    assertThat(truth.allocated()).isEqualTo(Known.unknown(Message.of("truth.unknown.noLog")));
    assertThat(truth.serverCountsAll()).isFalse();
    assertThat(truth.reasons()).extracting(Message::key).contains("truth.reason.undercounts");
    assertThat(lessons.all()).isEmpty();
  }

  @Test
  void aLogThatBreaksOffIsNotBelieved() throws Exception {
    assertThat(read(log(false)).allocated())
        .isEqualTo(Known.unknown(Message.of("truth.unknown.notLogged")));
    assertThat(lessons.all()).isEmpty();
  }

  @Test
  void whereTheRunnerIsNotFoundTheRestIsStillTold() throws Exception {
    var log = log(true);
    var truth = reader(List::of, _ -> log).read(load(), Optional.empty());
    assertThat(truth.predicted().toOptional()).isPresent();
    assertThat(truth.allocated().toOptional()).isEmpty();
    assertThat(lessons.all()).isEmpty();
  }

  /// 0.24 tells how it loads in its log, of its own engine nothing exact beside.
  @Test
  void beforeLlamaServerTheFigureTeachesAndTheLogTellsHowItWasLoaded() throws Exception {
    startOnCpu("0.24.0");
    var truth = read("ollama runner --ollama-engine", earlyLog(2, "q8_0", ""));
    assertThat(truth.serverCountsAll()).isTrue();
    assertThat(truth.predicted().toOptional().orElseThrow().options())
        .isEqualTo(LoadOptions.of(65_536).with(KvType.Q8_0, 2));
    assertThat(truth.allocated()).isEqualTo(Known.unknown(Message.of("truth.unknown.notLogged")));
    assertThat(lessons.all())
        .singleElement()
        .satisfies(lesson -> {
          assertThat(lesson.actualBytes()).isEqualTo(truth.model().bytes());
          assertThat(lesson.subject())
              .isEqualTo(new Lesson.Subject("gemma4", "0.24", "q8_0", 2, 0, false));
        });
  }

  /// Seen on 0.24.0: the working memory of llama.cpp's models is in the log and in no figure.
  @Test
  void theBuffersOfEarlyLlamaAreReadFromTheLogToo() throws Exception {
    startOnCpu("0.24.0");
    var truth =
        read(
            "ollama runner",
            earlyLog(
                1,
                "",
                """
                load_tensors:          CPU model buffer size =  5000.00 MiB
                llama_kv_cache:        CPU KV buffer size =     8.00 MiB
                llama_context:        CPU compute buffer size =   192.00 MiB
                """));
    assertThat(truth.allocated().map(LoggedLoad::totalBytes)).isEqualTo(Known.of(5200 * MIB));
  }

  @Test
  void withoutTheLogNobodyKnowsHowAnEarlyServerLoadedIt() throws Exception {
    startOnCpu("0.24.0");
    read("ollama runner --ollama-engine", Known.unknown(Message.of("truth.unknown.noLog")));
    assertThat(lessons.all()).isEmpty();
  }

  private void startOnCpu(String version) throws Exception {
    ollama.begin(Setup.instant().withVersion(version).withMemory(0, 64L << 30));
  }

  private LoadTruth read(String program, Known<List<String>> log) throws Exception {
    var words = new ArrayList<>(List.of(program.split(" ")));
    words.addAll(List.of("--model", blob(), "--port", "40001"));
    var runner = new Runner(7, Optional.empty(), words, 100 * MIB);
    return reader(() -> List.of(runner), _ -> log).read(load(), Optional.empty());
  }

  /// As 0.24.0 writes it.
  private Known<List<String>> earlyLog(int slots, String kvType, String buffers) throws Exception {
    return Known.of(
        """
        time=2026-11-23T13:28:06.082Z level=INFO source=server.go:433 msg="starting runner" cmd="/opt/ollama runner --ollama-engine --port 40001"
        time=2026-11-23T13:28:06.354Z level=INFO source=server.go:433 msg="starting runner" cmd="/opt/ollama runner --model %s --port 40001"
        time=2026-11-23T13:28:06.361Z level=INFO source=device.go:245 msg="model weights" device=CPU size="393.6 KiB"
        time=2026-11-23T13:28:06.380Z level=INFO source=runner.go:895 msg=load request="{Operation:fit LoraPath:[] Parallel:1 BatchSize:512 FlashAttention:Enabled KvSize:4096 KvCacheType: NumThreads:2 GPULayers:[] MultiUserCache:false ProjectorPath: MainGPU:0 UseMmap:false}"
        time=2026-11-23T13:28:06.386Z level=INFO source=runner.go:895 msg=load request="{Operation:commit LoraPath:[] Parallel:%d BatchSize:512 FlashAttention:Enabled KvSize:%d KvCacheType:%s NumThreads:2 GPULayers:[] MultiUserCache:false ProjectorPath: MainGPU:0 UseMmap:false}"
        %stime=2026-11-23T13:28:06.640Z level=INFO source=server.go:1432 msg="llama runner started in 0.28 seconds"
        """
            .formatted(blob(), slots, 65_536 * slots, kvType, buffers)
            .lines()
            .toList());
  }

  private String blob() throws Exception {
    return Modelfile.parse(ollama.server().describe(SLIDING).modelfile())
        .from()
        .orElseThrow()
        .value();
  }

  private LoadTruth read(Known<List<String>> log) throws Exception {
    var model = load();
    var runner =
        new Runner(
            7,
            Optional.empty(),
            List.of(
                "/usr/lib/ollama/llama-server",
                "--model",
                blob(),
                "--port",
                "40001",
                "-c",
                String.valueOf(model.contextLength()),
                "-np",
                "1",
                "-ub",
                "2048"),
            100 * MIB);
    return reader(() -> List.of(runner), _ -> log).read(model, Optional.empty());
  }

  /// As the log writes them, in hundredths of a MiB; here whole ones.
  private long weights() throws Exception {
    long exact =
        reader(List::of, _ -> Known.unknown(Message.of("truth.unknown.noLog")))
            .read(load(), Optional.empty())
            .predicted()
            .toOptional()
            .orElseThrow()
            .need()
            .bytes(Part.Name.WEIGHTS);
    return exact / MIB * MIB;
  }

  private LoadedModel load() throws Exception {
    ollama.server().load(SLIDING, ModelServer.KeepAlive.SERVER_DEFAULT, Cancellation.NEVER);
    return ollama.server().loaded().getFirst();
  }

  private ReadTruth reader(Runners runners, ServerLog log) {
    return new ReadTruth(
        ollama.server(),
        new ServerMemory(ollama.server(), machine),
        new RunnerSight(runners, log, machine),
        lessons,
        new MemoryLessons.Silence(),
        Clock.fixed(NOW, ZoneOffset.UTC));
  }

  private Known<List<String>> log(boolean whole) throws Exception {
    var lines =
        """
        msg="starting llama-server" cmd="llama-server --model %s --port 40001 -c 65536"
        load_tensors:        CUDA0 model buffer size = %d.00 MiB
        llama_kv_cache:      CUDA0 KV buffer size =  1280.00 MiB
        llama_kv_cache:      CUDA0 KV buffer size =   600.00 MiB
        sched_reserve:      CUDA0 compute buffer size =   400.00 MiB
        srv  llama_server: model loaded
        """
            .formatted(blob(), weights() / MIB)
            .lines()
            .toList();
    return Known.of(whole ? lines : lines.subList(0, 4));
  }
}
