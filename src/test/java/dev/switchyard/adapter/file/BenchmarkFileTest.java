package dev.switchyard.adapter.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.benchmark.FigureKey;
import dev.switchyard.domain.benchmark.Measure;
import dev.switchyard.domain.benchmark.Measured;
import dev.switchyard.domain.benchmark.Samples;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchmarkFileTest {
  @TempDir private Path state;

  @Test
  void whatIsKnownIsKeptForTheOwnerAlone() throws Exception {
    var known = Map.of(Measured.WALL, Measured.samples(1.5, 2.0, 2.5));
    var figures =
        Map.of(
            Measured.WALL,
            Measured.samples(1.5, 2.0, 2.5),
            FigureKey.of(Measure.LOAD),
            Known.<Samples>unknown(Message.of("bench.already-loaded")));
    new BenchmarkFile(state).save(List.of(Measured.with("0.33.0", figures)));

    var read = new BenchmarkFile(state).load().getFirst();
    assertThat(read.figures()).isEqualTo(known);
    assertThat(read.subject()).isEqualTo(Measured.with("0.33.0", known).subject());
    assertThat(read.at()).isEqualTo(Measured.AT);
    assertThat(read.load().otherModels()).containsExactly("qwen3:8b");
    assertThat(read.load().average().toOptional()).isEmpty();
    var file = state.resolve("benchmarks.json");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void aFigureOfALaterVersionIsPassedOver() throws Exception {
    new BenchmarkFile(state)
        .save(List.of(Measured.with("0.33.0", Map.of(Measured.WALL, Measured.samples(1.0, 2.0)))));
    var file = state.resolve("benchmarks.json");
    Files.writeString(
        file, Files.readString(file).replace("direct.explain.wall", "moon.explain.wall"));
    assertThat(new BenchmarkFile(state).load().getFirst().figures()).isEmpty();
  }

  @Test
  void brokenContentIsToldAndNothingIsLost() throws Exception {
    var file = Files.writeString(state.resolve("benchmarks.json"), "{\"benchmarks\":[{}]}");
    assertThatExceptionOfType(PortException.class)
        .isThrownBy(() -> new BenchmarkFile(state).load())
        .satisfies(e -> assertThat(e.kind()).isEqualTo(PortException.Kind.MALFORMED));
    assertThat(file).hasContent("{\"benchmarks\":[{}]}");
  }

  @Test
  void theEmptyProjectIsAtOnePlaceAndOneBenchmarkHasIt() throws Exception {
    Path first;
    try (var project = EmptyProjectFolder.open(state)) {
      first = project.folder();
      assertThat(first).isEmptyDirectory();
      assertThatExceptionOfType(PortException.class)
          .isThrownBy(() -> EmptyProjectFolder.open(state))
          .satisfies(e -> assertThat(e.kind()).isEqualTo(PortException.Kind.CONFLICT));
      assertThat(first).isEmptyDirectory();
      Files.createDirectories(first.resolve(".claude/left"));
    }
    assertThat(first).doesNotExist();
    try (var again = EmptyProjectFolder.open(state)) {
      assertThat(again.folder()).isEqualTo(first).isEmptyDirectory();
    }
  }
}
