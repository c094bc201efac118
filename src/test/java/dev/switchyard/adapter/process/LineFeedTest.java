package dev.switchyard.adapter.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FilterInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class LineFeedTest {
  /// What a program that was left behind writes into the output of the one that left it.
  @Test
  @Timeout(value = 60, unit = TimeUnit.SECONDS)
  void linesThatNeverEndEndSoonAfterTheProcess() throws Exception {
    var feed = new LineFeed(new Ended(), 80, Duration.ofMillis(50));
    try {
      boolean heard = false;
      while (feed.next(Duration.ofSeconds(20)).isPresent()) {
        heard = true;
      }
      assertThat(heard).as("what it had written before its end").isTrue();
    } finally {
      feed.end();
    }
  }

  /// A process that has ended, whose output has not.
  private static final class Ended extends Process {
    @Override
    public InputStream getInputStream() {
      return new FilterInputStream(InputStream.nullInputStream()) {
        @Override
        public int read(byte[] buffer, int offset, int length) {
          buffer[offset] = '\n';
          return 1;
        }
      };
    }

    @Override
    public InputStream getErrorStream() {
      return InputStream.nullInputStream();
    }

    @Override
    public OutputStream getOutputStream() {
      return OutputStream.nullOutputStream();
    }

    @Override
    public int waitFor() {
      return 0;
    }

    @Override
    public int exitValue() {
      return 0;
    }

    @Override
    public void destroy() {}
  }
}
