package dev.switchyard.adapter.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.domain.fit.ModelShape;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShapeFilesTest {
  private static final String DIGEST = "0123456789abcdef".repeat(4);
  private static final ModelShape SHAPE =
      new ModelShape(
          "gemma4",
          Map.of(
              "general.architecture",
              "gemma4",
              "gemma4.block_count",
              2L,
              "gemma4.attention.sliding_window_pattern",
              List.of(true, false),
              "gemma4.rope.freq_base",
              1.5),
          List.of(new ModelShape.Tensor("token_embd.weight", "Q4_K", List.of(256L, 10L))),
          1440);

  @TempDir private Path state;

  @Test
  void givesBackWhatItKept() {
    new ShapeFiles(state).keep(DIGEST, SHAPE);

    assertThat(new ShapeFiles(state).find(DIGEST)).contains(SHAPE);
    assertThat(new ShapeFiles(state).find(DIGEST.replace('0', '1'))).isEmpty();
  }

  @Test
  void aBrokenFileIsAsGoodAsNone() throws Exception {
    var files = new ShapeFiles(state);
    files.keep(DIGEST, SHAPE);
    var file = state.resolve("shapes").resolve(DIGEST + ".json");
    Files.writeString(file, Files.readString(file).substring(0, 40));

    assertThat(files.find(DIGEST)).isEmpty();
    files.keep(DIGEST, SHAPE);
    assertThat(files.find(DIGEST)).contains(SHAPE);
  }

  @Test
  void whatIsNoDigestLeadsNowhere() throws Exception {
    new ShapeFiles(state).keep("../escape", SHAPE);

    assertThat(new ShapeFiles(state).find("../escape")).isEmpty();
    assertThat(state).isEmptyDirectory();
  }

  @Test
  void keepsAHundredAtMost() throws Exception {
    var files = new ShapeFiles(state);
    for (int i = 0; i < 105; i++) {
      files.keep("%064x".formatted(i), SHAPE);
    }
    try (var kept = Files.list(state.resolve("shapes"))) {
      assertThat(kept).hasSize(100);
    }
  }
}
