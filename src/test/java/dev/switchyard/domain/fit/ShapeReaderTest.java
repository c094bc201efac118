package dev.switchyard.domain.fit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchyard.domain.PortException;
import java.io.ByteArrayInputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShapeReaderTest {
  @Test
  void readsWhatMattersAndSkipsTheRest() throws Exception {
    var shape =
        read(
            """
            {"license": "…", "model_info": {
               "general.architecture": "llama", "llama.block_count": 2, "llama.context_length": 4096,
               "llama.rope.freq_base": 10000.5, "llama.list": [1, true, null], "llama.withheld": null,
               "tokenizer.ggml.tokens": ["a", "b"]},
             "details": {"nested": [{"x": 1}]},
             "file_size": 1234,
             "tensors": [{"name": "a", "type": "Q4_K", "shape": [256, 2]}]}
            """);
    assertThat(shape.architecture()).isEqualTo("llama");
    assertThat(shape.values())
        .containsOnlyKeys(
            "general.architecture",
            "llama.block_count",
            "llama.context_length",
            "llama.rope.freq_base",
            "llama.list")
        .containsEntry("llama.block_count", 2L)
        .containsEntry("llama.list", List.of(1L, true));
    assertThat(shape.trainedContext()).contains(4096);
    assertThat(shape.fileBytes()).isEqualTo(1234);
    assertThat(shape.tensors())
        .containsExactly(new ModelShape.Tensor("a", "Q4_K", List.of(256L, 2L)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{}",
        "{\"model_info\": {}}",
        "{\"model_info\": []}",
        "{\"model_info\": {\"general.architecture\": \"x\"}, \"file_size\": \"big\"}",
        "{\"model_info\": {\"general.architecture\": \"x\"}, \"tensors\": [{}]}",
        "{\"model_info\": {\"general.architecture\": ",
        "nonsense"
      })
  void refusesWhatIsNoShape(String text) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOfSatisfying(
            PortException.class, e -> assertThat(e.kind()).isEqualTo(PortException.Kind.MALFORMED));
  }

  private static ModelShape read(String json) throws PortException {
    return ShapeReader.read(new ByteArrayInputStream(json.getBytes(UTF_8)));
  }
}
