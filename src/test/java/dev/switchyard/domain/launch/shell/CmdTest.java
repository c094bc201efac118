package dev.switchyard.domain.launch.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// cmd exists on Windows only, so its reading and the C runtime's are played by [Reader].
class CmdTest {
  private static final RandomTexts RANDOM = new RandomTexts(20261124);

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void everyTextArrivesAsItIs(boolean batch) {
    var cmd = new Cmd(batch);
    var texts = RANDOM.texts(2000).filter(cmd::canWrite).toList();

    for (var text : texts) {
      var line = cmd.call(List.of("claude", text, "next"));

      assertThat(new Reader(batch).arguments(line))
          .as("seed %d, written as %s", RANDOM.seed(), line)
          .containsExactly("claude", text, "next");
    }
  }

  @Test
  void valuesStandBetweenQuotesWhereThatIsEnough() {
    assertThat(Cmd.PROMPT.export("ANTHROPIC_BASE_URL", "http://localhost:11434"))
        .isEqualTo("set \"ANTHROPIC_BASE_URL=http://localhost:11434\"");
    assertThat(Cmd.PROMPT.export("A", "x & \"y\" 5%")).isEqualTo("set A=x ^& ^\"y^\" 5^%");
    assertThat(Cmd.BATCH.export("A", "5%")).isEqualTo("set \"A=5%%\"");
    assertThat(Cmd.BATCH.exportCopy("A", "B")).isEqualTo("set \"A=%B%\"");
  }

  @Test
  void aLineLeavesNoBlankThatCouldBelongToAValue() {
    var line =
        Cmd.PROMPT.line(
            new Invocation(
                Path.of("a b"), Map.of("A", "5%"), Map.of(), List.of("claude", "--model", "m")));

    assertThat(line).isEqualTo("cd /d \"a b\"&& set A=5^%&& claude --model m");
  }

  @Test
  void aLineBreakCannotBeWrittenAndIsRefused() {
    assertThat(Cmd.PROMPT.canWrite("a\nb")).isFalse();
    assertThatThrownBy(() -> Cmd.PROMPT.quote("a\nb")).isInstanceOf(IllegalArgumentException.class);
  }

  /// First cmd's reading: percent signs, quotes, carets. Then the C runtime's: words, quotes,
  /// backslashes.
  private record Reader(boolean batch) {
    List<String> arguments(String line) {
      return words(throughCmd(line));
    }

    private String throughCmd(String line) {
      var percentDone = batch ? line.replace("%%", "\u0001") : line;
      assertThat(percentDone)
          .as("no variable may be replaced")
          .doesNotContainPattern("%[^\\^\"%]+%");
      var text = new StringBuilder();
      boolean quoted = false;
      for (int i = 0; i < percentDone.length(); i++) {
        char c = percentDone.charAt(i);
        if (c == '^' && !quoted) {
          text.append(percentDone.charAt(++i));
          continue;
        }
        assertThat(quoted || "&|<>".indexOf(c) < 0).as("%s at %d ends the command", c, i).isTrue();
        quoted ^= c == '"';
        text.append(c);
      }
      return text.toString().replace('\u0001', '%');
    }

    private static List<String> words(String line) {
      var words = new ArrayList<String>();
      var word = new StringBuilder();
      boolean quoted = false;
      boolean begun = false;
      for (int i = 0; i < line.length(); i++) {
        char c = line.charAt(i);
        if (c == '\\') {
          int end = i;
          while (end < line.length() && line.charAt(end) == '\\') {
            end++;
          }
          boolean beforeQuote = end < line.length() && line.charAt(end) == '"';
          int count = end - i;
          word.append("\\".repeat(beforeQuote ? count / 2 : count));
          begun = true;
          if (beforeQuote && count % 2 == 1) {
            word.append('"');
            end++;
          }
          i = end - 1;
        } else if (c == '"') {
          quoted = !quoted;
          begun = true;
        } else if ((c == ' ' || c == '\t') && !quoted) {
          if (begun) {
            words.add(word.toString());
          }
          word.setLength(0);
          begun = false;
        } else {
          word.append(c);
          begun = true;
        }
      }
      if (begun) {
        words.add(word.toString());
      }
      return words;
    }
  }
}
