package dev.switchyard.adapter.instance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SingleInstanceTest {
  @TempDir Path folder;

  @Test
  void aSecondStartCallsTheFirstWindowToTheFront() throws Exception {
    var called = new Semaphore(0);
    try (var first = SingleInstance.claim(folder, called::release).orElseThrow()) {
      assertThat(first).isNotNull();
      assertThat(SingleInstance.claim(folder, () -> {})).isEmpty();
      assertThat(SingleInstance.claim(folder, () -> {})).isEmpty();
      assertThat(called.tryAcquire(2, 20, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void afterTheWindowIsClosedTheNextOneIsTheFirst() throws Exception {
    SingleInstance.claim(folder, () -> {}).orElseThrow().close();

    try (var next = SingleInstance.claim(folder, () -> {}).orElseThrow()) {
      assertThat(next).isNotNull();
    }
  }

  @Test
  void whatACrashLeftBehindIsNoWindow() throws Exception {
    Files.writeString(folder.resolve("window.sock"), "");
    Files.writeString(folder.resolve("window.lock"), "");

    try (var first = SingleInstance.claim(folder, () -> {}).orElseThrow()) {
      assertThat(first).isNotNull();
    }
  }

  @Test
  void aFolderWithAVeryLongPathWorksToo() throws Exception {
    var deep = folder.resolve("d".repeat(120));

    try (var first = SingleInstance.claim(deep, () -> {}).orElseThrow()) {
      assertThat(first).isNotNull();
      assertThat(SingleInstance.claim(deep, () -> {})).isEmpty();
    }
  }
}
