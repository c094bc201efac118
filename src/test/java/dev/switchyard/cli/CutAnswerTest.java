package dev.switchyard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.domain.reply.CutPrompt;
import dev.switchyard.domain.reply.CutPrompt.Sign;
import dev.switchyard.domain.reply.Reply;
import dev.switchyard.ui.text.Texts;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a person and a script are told of a prompt that a server has cut.
class CutAnswerTest {
  private static final Instant AT = Instant.parse("2026-11-23T10:00:00Z");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          FULL    | 4096  | 3  |       | counted 4,096 tokens of the last prompt, which is its whole context of 4K
          HALF    | 2050  | 2  |       | counted 2,050 tokens of the last prompt: exactly what Ollama leaves of one that does not fit a context of 4K
          SHORT   | 1500  | 2  | 3900  | counted 1,500 tokens of the last prompt, but it had at least 3,900
          OVERRUN | 4000  | 300 |      | The last prompt and its answer have 4,300 tokens together, and gemma4-claude has a context of 4K
          """)
  void eachSignSaysWhatWasCountedAndWhatFollows(
      Sign sign, long prompt, long output, Long atLeast, String expected) {
    var cut = cut(sign, prompt, output, Optional.ofNullable(atLeast));
    var text = new Texts(Locale.ENGLISH).text(cut.text());
    assertThat(text).contains(expected, "gemma4-claude", "without an error");
    assertThat(new Texts(Locale.GERMAN).text(cut.text()))
        .contains("gemma4-claude")
        .doesNotContain("{");
    assertThat(new Texts(Locale.ENGLISH).text(cut.advice())).contains("/compact");
  }

  @Test
  void aScriptReadsTheFiguresAndTheSign() {
    var answer = new Answer(new Texts(Locale.ENGLISH));
    CutAnswer.fill(answer, cut(Sign.SHORT, 1500, 2, Optional.of(3900L)));
    assertThat(answer.json())
        .contains(
            "\"sign\":\"short\"",
            "\"model\":\"gemma4-claude\"",
            "\"at\":\"2026-11-23T10:00:00Z\"",
            "\"countedTokens\":1500",
            "\"atLeastTokens\":3900",
            "\"contextTokens\":4096",
            "\"text\":\"gemma4-claude counted",
            "\"advice\":\"Type /compact");
  }

  private static CutPrompt cut(Sign sign, long prompt, long output, Optional<Long> atLeast) {
    return new CutPrompt(
        new Reply(AT, "gemma4-claude", prompt, output, 100, false), sign, 4_096, atLeast);
  }
}
