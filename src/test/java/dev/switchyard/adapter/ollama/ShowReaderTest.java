package dev.switchyard.adapter.ollama;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
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
