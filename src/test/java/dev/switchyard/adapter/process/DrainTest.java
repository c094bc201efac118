package dev.switchyard.adapter.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FilterInputStream;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class DrainTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /// Where it waits, it must not keep the thread that carries virtual ones.
  @Test
  void whatReadsIsNoVirtualThreadAndLetsTheProgramEnd() throws Exception {
    var reader = new CompletableFuture<Thread>();
    var stream =
        new FilterInputStream(InputStream.nullInputStream()) {
          @Override
          public int read(byte[] buffer, int offset, int length) {
            reader.complete(Thread.currentThread());
            return -1;
          }
        };

    try (var drain = new Drain(stream, 80)) {
      assertThat(drain.text(PATIENCE)).isEmpty();
    }

    var thread = reader.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    assertThat(thread.isVirtual()).isFalse();
    assertThat(thread.isDaemon()).isTrue();
  }
}
