package dev.switchyard.domain.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.benchmark.FigureKey.Way;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TaskTest {
  @Test
  void theFileToExplainHasTwoHundredLines() {
    assertThat(block(Task.EXPLAIN.prompt())).hasSize(200);
    assertThat(Task.REFACTOR.prompt().split("```java", -1)).hasSize(4);
    assertThat(Task.GENERATE.prompt()).contains("about 50 lines");
  }

  private static List<String> block(String prompt) {
    var lines = prompt.lines().toList();
    return lines.subList(lines.indexOf("```java") + 1, lines.lastIndexOf("```"));
  }

  @ParameterizedTest
  @EnumSource
  void everyMachineOfTheGuideHasATimeForEachTask(Task task) {
    assertThat(GuideTable.ROWS)
        .hasSize(3)
        .allSatisfy(row -> assertThat(row.seconds()).containsKey(task));
    assertThat(Task.of(task.id())).contains(task);
  }

  @Test
  void everyFigureIsFoundByItsName() {
    for (var measure : Measure.values()) {
      var plain = FigureKey.of(measure);
      assertThat(FigureKey.parse(plain.id())).contains(plain);
      for (var task : Task.values()) {
        var key = FigureKey.of(Way.CLAUDE, task, measure);
        assertThat(FigureKey.parse(key.id())).contains(key);
      }
    }
    assertThat(List.of("", "direct", "direct.sing.wall", "x.explain.wall", "direct.explain.x"))
        .allSatisfy(id -> assertThat(FigureKey.parse(id)).isEmpty());
  }

  @Test
  void fillersOfAnyLengthNeverBeginTheSame() {
    assertThat(Filler.text("a1", 8_000)).hasSizeBetween(8_000, 8_020).startsWith("a1\n");
    var sentences = Filler.text("", 60_000).lines().skip(1).toList();
    assertThat(new HashSet<>(sentences)).hasSizeGreaterThan(sentences.size() / 2);
    assertThat(Filler.text("b2", 100)).isNotEqualTo(Filler.text("a1", 100));
  }

  @Test
  void commaSeparatedValuesAreQuotedWhereTheyMust() {
    var figures =
        Map.of(
            Measured.WALL,
            Measured.samples(1.0, 2.0, 4.0),
            Measured.SPEED,
            Known.<Samples>unknown(Message.of("bench.not-run")));
    var lines = CsvExport.lines(List.of(Measured.with("0.33.0,\"x\"", figures)));
    assertThat(lines).hasSize(2);
    assertThat(lines.getLast())
        .isEqualTo(
            "2026-11-23T14:00:00Z,gemma4-claude,digest,65536,\"0.33.0,\"\"x\"\"\",2.1.330,,16,"
                + "direct,explain,wall,s,clock,2.0000,1.0000,4.0000,3");
    assertThat(Arrays.asList(lines.getFirst().split(",", -1))).hasSize(17);
  }
}
