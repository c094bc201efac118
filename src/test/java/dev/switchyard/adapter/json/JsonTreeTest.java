package dev.switchyard.adapter.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Held against databind's own reading, which it stands for.
class JsonTreeTest {
  private static final JsonMapper MAPPER = JsonMapper.shared();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "  \n",
        "{}",
        "[]",
        "null",
        "true",
        "\"text\"",
        "0",
        "-1",
        "2147483648",
        "9223372036854775808123",
        "1.5",
        "1e400",
        "-0.0",
        "{\"a\":{\"b\":[1,[2,{\"c\":null}],\"\\u00e9\"]},\"d\":false}",
        "{\"twice\":1,\"other\":2,\"twice\":3}",
        "\uFEFF{\"mark\":1}",
        "[[[[[[[[]]]]]]]]"
      })
  void readsWhatDatabindReads(String json) {
    var bytes = json.getBytes(StandardCharsets.UTF_8);
    assertThat(JsonTree.read(bytes)).isEqualTo(MAPPER.readTree(bytes));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "[1",
        "}",
        "]",
        "{\"a\"}",
        "{\"a\":}",
        "[1,]",
        "{}{}",
        "1 2",
        "nul",
        "NaN",
        "'a'",
        "{a:1}",
        "// no\n1",
        "\"\\x\"",
        "\"a",
        "\u0000",
        "01"
      })
  void refusesWhatDatabindRefuses(String json) {
    var bytes = json.getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> MAPPER.readTree(bytes)).isInstanceOf(JacksonException.class);
    assertThatThrownBy(() -> JsonTree.read(bytes)).isInstanceOf(JacksonException.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 2000})
  void isAsDeepAsDatabind(int depth) {
    var bytes = ("[".repeat(depth) + "]".repeat(depth)).getBytes(StandardCharsets.UTF_8);
    assertThat(failure(() -> JsonTree.read(bytes)))
        .isEqualTo(failure(() -> MAPPER.readTree(bytes)));
  }

  private static String failure(Runnable reading) {
    try {
      reading.run();
      return "none";
    } catch (JacksonException e) {
      return e.getClass().getSimpleName();
    }
  }
}
