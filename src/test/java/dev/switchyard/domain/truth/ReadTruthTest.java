package dev.switchyard.domain.truth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.domain.Cancellation;
import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
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
    var truth = reader(List::of, _ -> log).read(load());
    assertThat(truth.predicted().toOptional()).isPresent();
    assertThat(truth.allocated().toOptional()).isEmpty();
    assertThat(lessons.all()).isEmpty();
  }

  private LoadTruth read(Known<List<String>> log) throws Exception {
    var model = load();
    var from =
        Modelfile.parse(ollama.server().describe(SLIDING).modelfile()).from().orElseThrow().value();
    var runner =
        new Runner(
            7,
            Optional.empty(),
            List.of(
                "/usr/lib/ollama/llama-server",
                "--model",
                from,
                "--port",
                "40001",
                "-c",
                String.valueOf(model.contextLength()),
                "-np",
                "1",
                "-ub",
                "2048"),
            100 * MIB);
    return reader(() -> List.of(runner), _ -> log).read(model);
  }

  /// As the log writes them, in hundredths of a MiB; here whole ones.
  private long weights() throws Exception {
    long exact =
        reader(List::of, _ -> Known.unknown(Message.of("truth.unknown.noLog")))
            .read(load())
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
    var from =
        Modelfile.parse(ollama.server().describe(SLIDING).modelfile()).from().orElseThrow().value();
    var lines =
        """
        msg="starting llama-server" cmd="llama-server --model %s --port 40001 -c 65536"
        load_tensors:        CUDA0 model buffer size = %d.00 MiB
        llama_kv_cache:      CUDA0 KV buffer size =  1280.00 MiB
        llama_kv_cache:      CUDA0 KV buffer size =   600.00 MiB
        sched_reserve:      CUDA0 compute buffer size =   400.00 MiB
        srv  llama_server: model loaded
        """
            .formatted(from, weights() / MIB)
            .lines()
            .toList();
    return Known.of(whole ? lines : lines.subList(0, 4));
  }
}
