package dev.switchyard.domain.modelfile;

import static dev.switchyard.domain.modelfile.Highlight.Kind.COMMENT;
import static dev.switchyard.domain.modelfile.Highlight.Kind.KEYWORD;
import static dev.switchyard.domain.modelfile.Highlight.Kind.NAME;
import static dev.switchyard.domain.modelfile.Highlight.Kind.NUMBER;
import static dev.switchyard.domain.modelfile.Highlight.Kind.PLAIN;
import static dev.switchyard.domain.modelfile.Highlight.Kind.QUOTED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.domain.modelfile.Highlight.Mark;
import dev.switchyard.domain.modelfile.Highlight.Stretch;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class HighlightTest {
  @Test
  void colours() {
    var lines = of("# c\r\nPARAMETER num_ctx 64 \r\nSYSTEM \"\"\"a\r\nb\"\"\"\r\nFROM x");
    assertThat(lines.get(0).stretches()).containsExactly(new Stretch(0, 3, COMMENT));
    assertThat(lines.get(1).stretches())
        .containsExactly(
            new Stretch(0, 9, KEYWORD),
            new Stretch(9, 10, PLAIN),
            new Stretch(10, 17, NAME),
            new Stretch(17, 18, PLAIN),
            new Stretch(18, 20, NUMBER),
            new Stretch(20, 21, PLAIN));
    assertThat(lines.get(2).stretches().getLast()).isEqualTo(new Stretch(7, 11, QUOTED));
    assertThat(lines.get(3).stretches()).containsExactly(new Stretch(0, 4, QUOTED));
  }

  @Test
  void marksMistakesWhereTheyStand() {
    assertThat(of("FROM x\nPARAMETER num_ctx 65536\nPARAMETER seed x").get(2).marks())
        .containsExactly(new Mark(15, 16, Problem.Severity.ERROR));
  }

  @RepeatedTest(200)
  void everyLineIsCoveredWithoutAGap(RepetitionInfo run) {
    var text = RandomModelfiles.text(new Random(run.getCurrentRepetition()));
    for (var line : of(text)) {
      int at = 0;
      for (var stretch : line.stretches()) {
        assertThat(stretch.start()).as("seed %d", run.getCurrentRepetition()).isEqualTo(at);
        at = stretch.end();
      }
      assertThat(at).as("seed %d", run.getCurrentRepetition()).isEqualTo(line.text().length());
      assertThat(line.marks())
          .allMatch(mark -> mark.start() < mark.end() && mark.end() <= line.text().length());
    }
  }

  private static List<Highlight.Line> of(String text) {
    var file = Modelfile.parse(text);
    return Highlight.of(file, ModelfileCheck.of(file, BaseModel.UNKNOWN));
  }
}
