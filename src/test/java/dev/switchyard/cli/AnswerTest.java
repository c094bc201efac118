package dev.switchyard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.ui.text.Texts;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class AnswerTest {
  private final Answer answer = new Answer(new Texts(Locale.ENGLISH));

  @Test
  void whatIsNotKnownIsAbsentAndNamedWithItsPathAndReason() {
    answer.put("a", 1).put("b", Known.unknown(Message.of("memory.gpu.silent", "X")));
    answer.objects(
        "gpus",
        List.of("first", "second"),
        (gpu, name) ->
            gpu.put("name", name)
                .put("usedBytes", Known.unknown(Message.of("memory.gpu.silent", name))));

    assertThat(answer.json())
        .isEqualTo(
            "{\"a\":1,\"gpus\":[{\"name\":\"first\"},{\"name\":\"second\"}],\"unknown\":{"
                + "\"b\":\"The driver of X does not report this.\","
                + "\"gpus[0].usedBytes\":\"The driver of first does not report this.\","
                + "\"gpus[1].usedBytes\":\"The driver of second does not report this.\"}}");
  }

  @Test
  void textsAreEscaped() {
    answer.put("path", "C:\\a \"b\"\n\u0001é");

    assertThat(answer.json()).isEqualTo("{\"path\":\"C:\\\\a \\\"b\\\"\\n\\u0001é\"}");
  }
}
