package dev.switchyard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.launch.Program;
import dev.switchyard.domain.launch.Programs;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ClaudeAheadTest {
  private static final Known<Program> NONE = Known.unknown(Message.of("programs.claude-missing"));

  private final CountDownLatch begun = new CountDownLatch(1);
  private final AtomicInteger asked = new AtomicInteger();

  @Test
  void theSearchBeginsBeforeItIsAskedForAndIsDoneOnce() throws Exception {
    var programs = ClaudeAhead.of(search(() -> NONE));
    assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();

    assertThat(programs.claude()).isEqualTo(NONE);
    assertThat(programs.claude()).isEqualTo(NONE);
    assertThat(asked).hasValue(1);
  }

  @Test
  void aMistakeReachesWhoAsks() {
    var programs =
        ClaudeAhead.of(
            search(() -> {
              throw new IllegalArgumentException("broken");
            }));

    assertThatThrownBy(programs::claude).rootCause().hasMessage("broken");
  }

  private interface Search {
    Known<Program> claude();
  }

  private Programs search(Search search) {
    return new Programs() {
      @Override
      public Known<Program> claude() {
        asked.incrementAndGet();
        begun.countDown();
        return search.claude();
      }

      @Override
      public Known<Program> ollama() {
        return NONE;
      }
    };
  }
}
