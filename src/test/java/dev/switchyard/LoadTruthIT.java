package dev.switchyard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.adapter.file.LessonFile;
import dev.switchyard.adapter.process.OllamaLog;
import dev.switchyard.adapter.process.Processes;
import dev.switchyard.adapter.sensor.ModelRunners;
import dev.switchyard.domain.Cancellation;
import dev.switchyard.domain.Home;
import dev.switchyard.domain.OperatingSystem;
import dev.switchyard.domain.Surroundings;
import dev.switchyard.domain.fit.FitEstimator;
import dev.switchyard.domain.fit.Hardware;
import dev.switchyard.domain.fit.LoadOptions;
import dev.switchyard.domain.fit.MemoryNeed;
import dev.switchyard.domain.fit.Part;
import dev.switchyard.domain.model.BuildRequest;
import dev.switchyard.domain.model.BuildSource;
import dev.switchyard.domain.model.ModelName;
import dev.switchyard.domain.model.ModelServer;
import dev.switchyard.domain.modelfile.ServerMemory;
import dev.switchyard.domain.truth.Lessons;
import dev.switchyard.domain.truth.LoadTruth;
import dev.switchyard.domain.truth.MemoryLessons;
import dev.switchyard.domain.truth.ReadTruth;
import dev.switchyard.domain.truth.RunnerSight;
import dev.switchyard.fake.FixedMemory;
import dev.switchyard.real.RealOllama;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is seen of a load on the real server, and what the next prediction makes of it.
class LoadTruthIT {
  private static final ModelName AGENT = ModelName.parse("agent").orElseThrow();
  private static final ModelName LONG = ModelName.parse("agent-long").orElseThrow();
  private static final long MIB = 1 << 20;

  @TempDir private Path home;

  @Test
  void aLoadIsSeenInLogAndProcessAndCorrectsThePredictionForAnotherContext() throws Exception {
    var own = Home.below(Files.createDirectories(home.resolve("own")));
    var lessons = new Lessons(new LessonFile(own.state()), new MemoryLessons.Silence());
    try (var ollama = RealOllama.start(Files.createDirectories(home.resolve("ollama")))) {
      ollama.buildAgent(AGENT);
      var first = load(ollama, AGENT, own, lessons);
      long allocated = first.allocated().toOptional().orElseThrow().totalBytes();
      assertThat(first.allocated().toOptional().orElseThrow().bytes("KV")).hasSize(1);
      assertThat(allocated).isCloseTo(first.model().bytes(), within(MIB));
      assertThat(first.predicted().toOptional().orElseThrow().totalBytes())
          .isCloseTo(allocated, within(8 * MIB));
      assertThat(first.heldBytes().toOptional().orElseThrow()).isBetween(MIB, 200 * MIB);
      assertThat(first.clamp()).isEmpty();
      assertThat(lessons.all()).hasSize(1);

      // Asked for twice what it was trained for.
      ollama.server().build(longAgent(), _ -> {}, Cancellation.NEVER);
      var foreseen = predicted(ollama, lessons, 131_072);
      assertThat(foreseen.parts().getLast().name()).isEqualTo(Part.Name.LEARNED);
      var second = load(ollama, LONG, own, lessons);
      assertThat(second.clamp()).isPresent();
      assertThat(second.allocated().toOptional().orElseThrow().totalBytes())
          .isCloseTo(foreseen.totalBytes(), within(8 * MIB));
      assertThat(new LessonFile(own.state()).load())
          .extracting(lesson -> lesson.contextLength())
          .containsExactly(65_536, 131_072);
    }
  }

  private static Offset<Long> within(long bytes) {
    return Offset.offset(bytes);
  }

  private static LoadTruth load(RealOllama ollama, ModelName name, Home own, Lessons lessons)
      throws Exception {
    var server = ollama.server();
    server.load(name, ModelServer.KeepAlive.FOREVER, Cancellation.NEVER);
    var loaded =
        server.loaded().stream()
            .filter(model -> model.name().equals(name))
            .findFirst()
            .orElseThrow();
    var machine = FixedMemory.of(64L << 30);
    var surroundings = new Surroundings(OperatingSystem.LINUX, Map.of(), own.directory());
    var sight =
        new RunnerSight(
            new ModelRunners(OperatingSystem.LINUX),
            new OllamaLog(new Processes(Map.of(), OperatingSystem.LINUX), surroundings, own),
            machine);
    var truth =
        new ReadTruth(
                server,
                new ServerMemory(server, machine),
                sight,
                lessons,
                new MemoryLessons.Silence(),
                Clock.systemUTC())
            .read(loaded, Optional.empty());
    server.unload(name);
    return truth;
  }

  private static MemoryNeed predicted(RealOllama ollama, Lessons lessons, int context)
      throws Exception {
    var server = ollama.server();
    return new FitEstimator(server.version(), Hardware.of(64L << 30, 0), lessons)
        .estimate(server.describe(LONG).shape(), LoadOptions.of(context))
        .toOptional()
        .orElseThrow()
        .need();
  }

  private static BuildRequest longAgent() {
    return new BuildRequest(
        LONG,
        new BuildSource.Installed(AGENT),
        Map.of("num_ctx", 262_144),
        "",
        "",
        "",
        "",
        "",
        List.of(),
        List.of());
  }
}
