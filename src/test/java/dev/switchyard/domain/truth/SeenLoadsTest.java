package dev.switchyard.domain.truth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.adapter.demo.Fault;
import dev.switchyard.adapter.demo.Setup;
import dev.switchyard.adapter.demo.SimulatedOllama;
import dev.switchyard.adapter.ollama.OllamaServer;
import dev.switchyard.domain.Cancellation;
import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.endpoint.EndpointUrl;
import dev.switchyard.domain.memory.MemoryPool;
import dev.switchyard.domain.memory.MemoryReading;
import dev.switchyard.domain.memory.MemorySensor;
import dev.switchyard.domain.model.ModelName;
import dev.switchyard.domain.model.ModelServer.KeepAlive;
import dev.switchyard.domain.modelfile.ServerMemory;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// One simulated server with a GPU whose driver tells how much is in use and nothing of who.
class SeenLoadsTest {
  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
  private static final ModelName MODEL = ModelName.of("gemma4-claude");
  private static final long GIB = 1L << 30;

  private final AtomicInteger looks = new AtomicInteger();
  private final AtomicInteger news = new AtomicInteger();
  private final Card card = new Card();
  private SimulatedOllama simulated;
  private OllamaServer ollama;
  private WatchedServer server;
  private SeenLoads seen;

  /// What other programs hold of the GPU can be changed.
  private final class Card implements MemorySensor {
    private long others = GIB;

    @Override
    public MemoryReading read() {
      return new MemoryReading(
          NOW,
          pool(MemoryPool.Kind.RAM, "", 64 * GIB, 0),
          Known.of(
              List.of(
                  pool(
                      MemoryPool.Kind.VRAM,
                      "Card",
                      24 * GIB,
                      others + simulated.vramBytesInUse()))));
    }

    private static MemoryPool pool(MemoryPool.Kind kind, String name, long total, long used) {
      return new MemoryPool(kind, name, Known.of(total), Known.of(used), Optional.empty());
    }

    @Override
    public void close() {}
  }

  @BeforeEach
  void start() throws Exception {
    simulated = SimulatedOllama.start(Setup.instant());
    ollama = new OllamaServer(simulated.url());
    seen = new SeenLoads(this::reader);
    seen.setOnNews(news::incrementAndGet);
    server = new WatchedServer(ollama, seen, () -> card);
  }

  private ReadTruth reader(EndpointUrl url) {
    assertThat(url).isEqualTo(ollama.url());
    looks.incrementAndGet();
    return new ReadTruth(
        ollama,
        new ServerMemory(ollama, card),
        new RunnerSight(List::of, _ -> Known.unknown(Message.of("truth.unknown.noLog")), card),
        new Lessons(new MemoryLessons(), new MemoryLessons.Silence()),
        new MemoryLessons.Silence(),
        Clock.systemUTC());
  }

  @AfterEach
  void stop() {
    ollama.close();
    simulated.close();
  }

  @Test
  void whoeverAsksWhatIsLoadedIsHeardAndNothingIsLookedAtBeforeItsTime() throws Exception {
    ollama.load(MODEL, KeepAlive.FOREVER, Cancellation.NEVER);
    var model = server.loaded().getFirst();
    assertThat(news).hasValue(1);
    assertThat(looks).hasValue(0);
    assertThat(seen.of(ollama.url(), model)).isEmpty();

    assertThat(seen.look()).isTrue();
    assertThat(seen.of(ollama.url(), model)).isPresent();

    server.loaded();
    assertThat(seen.look()).as("each is looked at once").isFalse();
    assertThat(news).hasValue(1);
    assertThat(looks).hasValue(1);
  }

  @Test
  void aLoadOfThisProgramIsHeardOfWithoutAnyPoll() throws Exception {
    server.load(MODEL, KeepAlive.FOREVER, Cancellation.NEVER);
    assertThat(news).hasValue(1);
    assertThat(seen.look()).isTrue();
  }

  @Test
  void oneThatCouldNotBeLookedAtIsTriedAgainAndOneThatWentAndCameBackIsAnother() throws Exception {
    server.load(MODEL, KeepAlive.FOREVER, Cancellation.NEVER);
    simulated.faults().add(new Fault.Answer("/api/show", 500, "application/json", "{}"));
    assertThat(seen.look()).isFalse();
    server.loaded();
    assertThat(news).hasValue(2);
    assertThat(seen.look()).isTrue();

    server.unload(MODEL);
    assertThat(server.loaded()).isEmpty();
    server.load(MODEL, KeepAlive.FOREVER, Cancellation.NEVER);
    assertThat(seen.look()).isTrue();
  }

  @Test
  void theGpusRiseStandsForWhatNoDriverTellsOfTheProcess() throws Exception {
    server.load(MODEL, KeepAlive.FOREVER, Cancellation.NEVER);
    var truth = looked();
    assertThat(truth.gpuBytes()).isInstanceOf(Known.Unknown.class);
    assertThat(truth.gpuRises())
        .isEqualTo(Known.of(List.of(new GpuRise("Card", simulated.vramBytesInUse()))));
  }

  @Test
  void whatOthersTakeRightAfterwardsMakesTheRiseWorthNothing() throws Exception {
    server.load(MODEL, KeepAlive.FOREVER, Cancellation.NEVER);
    card.others += GIB;
    assertThat(reason(looked().gpuRises())).isEqualTo("truth.unknown.rise.noise");
  }

  @Test
  void nothingIsSaidOfALoadThatSomebodyElseStarted() throws Exception {
    ollama.load(MODEL, KeepAlive.FOREVER, Cancellation.NEVER);
    server.loaded();
    assertThat(reason(looked().gpuRises())).isEqualTo("truth.unknown.rise.notOurs");
  }

  /// To load what is in memory already only keeps it there: the rise of nothing is not its size.
  @Test
  void oneThatIsKeptLongerWasNotLoaded() throws Exception {
    ollama.load(MODEL, KeepAlive.SERVER_DEFAULT, Cancellation.NEVER);
    server.load(MODEL, KeepAlive.FOREVER, Cancellation.NEVER);
    assertThat(reason(looked().gpuRises())).isEqualTo("truth.unknown.rise.notOurs");
  }

  @Test
  void aModelThatLeftMeanwhileMakesTheRiseWorthNothing() throws Exception {
    var other =
        ollama.installed().stream()
            .filter(model -> !model.isCloud() && !model.name().equals(MODEL))
            .filter(model -> model.bytes().toOptional().orElseThrow() > 16L * GIB)
            .findFirst()
            .orElseThrow()
            .name();
    server.load(other, KeepAlive.FOREVER, Cancellation.NEVER);
    server.load(MODEL, KeepAlive.FOREVER, Cancellation.NEVER);
    assertThat(server.loaded()).as("there is no room for both").hasSize(1);
    assertThat(reason(looked().gpuRises())).isEqualTo("truth.unknown.rise.models");
  }

  private LoadTruth looked() throws Exception {
    var model =
        ollama.loaded().stream()
            .filter(loaded -> loaded.name().equals(MODEL))
            .findFirst()
            .orElseThrow();
    return seen.look(ollama.url(), model);
  }

  private static String reason(Known<List<GpuRise>> rises) {
    return rises instanceof Known.Unknown<List<GpuRise>>(var reason) ? reason.key() : "known";
  }
}
