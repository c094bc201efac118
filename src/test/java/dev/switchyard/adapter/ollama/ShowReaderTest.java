package dev.switchyard.adapter.ollama;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;

class ShowReaderTest {
  private static final long MIB = 1L << 20;

  /// Not even the texts of the tokens are made: what is allocated on the way is a small part of
  /// what is read.
  @Test
  void keepsTheShapeOfAnAnswerOfSixtyMegabytesAndNothingElse() throws Exception {
    var answer = VerboseAnswer.of(60 * MIB);
    long before = allocatedBytes();
    var shown = ShowReader.read(answer);
    long allocated = allocatedBytes() - before;

    assertThat(shown.architecture()).isEqualTo("gemma4");
    assertThat(shown.info()).containsEntry("gemma4.embedding_length", 2816L).hasSize(4);
    assertThat(shown.tensors()).hasSize(1);
    assertThat(allocated).isLessThan(8 * MIB);
  }

  @Test
  void putsAProjectorsValuesBesideTheModels() {
    var answer =
        """
        {"model_info":{"general.architecture":"gemma3","tokenizer.ggml.tokens":null},
         "projector_info":{"general.architecture":"clip","clip.vision.block_count":27}}\
        """;
    var shown = ShowReader.read(new ByteArrayInputStream(answer.getBytes(StandardCharsets.UTF_8)));
    assertThat(shown.info())
        .containsOnly(
            Map.entry("general.architecture", "gemma3"), Map.entry("clip.vision.block_count", 27L));
  }

  /// By this thread, ever.
  private static long allocatedBytes() throws Exception {
    // The program has no use for the management of its JVM, and so does not read that module.
    var management = ModuleLayer.boot().findModule("java.management").orElseThrow();
    ShowReaderTest.class.getModule().addReads(management);
    return (long)
        ManagementFactory.getPlatformMBeanServer()
            .getAttribute(
                new ObjectName(ManagementFactory.THREAD_MXBEAN_NAME),
                "CurrentThreadAllocatedBytes");
  }
}
