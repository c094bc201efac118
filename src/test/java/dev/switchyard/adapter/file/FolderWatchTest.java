package dev.switchyard.adapter.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.route.watch.FileWatch;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// On the real file system. Nothing here waits for a time to pass: each test waits for what must
/// come, and fails when it does not.
class FolderWatchTest {
  private static final long LIMIT_S = 20;

  @TempDir Path temporary;
  private final Heard heard = new Heard();
  private FolderWatch watch;
  private Path project;
  private Path file;

  /// Remembers what it is told, and holds the watch's thread while a test wants it.
  private static final class Heard implements FileWatch.Listener {
    final BlockingQueue<Set<Path>> changes = new LinkedBlockingQueue<>();
    final BlockingQueue<Message> limits = new LinkedBlockingQueue<>();
    volatile CountDownLatch gate = new CountDownLatch(0);

    @Override
    public void changed(Set<Path> files) {
      changes.add(files);
      try {
        assertThat(gate.await(LIMIT_S, TimeUnit.SECONDS)).isTrue();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    @Override
    public void limited(Message reason) {
      limits.add(reason);
    }

    Set<Path> next() throws InterruptedException {
      var next = changes.poll(LIMIT_S, TimeUnit.SECONDS);
      assertThat(next).as("a change").isNotNull();
      return next;
    }
  }

  @BeforeEach
  void start() throws IOException {
    project = Files.createDirectory(temporary.toRealPath().resolve("project"));
    file = project.resolve(".claude/settings.json");
    watch = FolderWatch.start(heard, false);
  }

  @AfterEach
  void close() {
    watch.close();
  }

  @Test
  void writingInPlace() throws Exception {
    write(file, "{}");
    watch.watch(Set.of(file));

    Files.writeString(file, "{\"model\":\"m\"}");

    assertThat(heard.next()).containsExactly(file);
  }

  @Test
  void anAtomicRename() throws Exception {
    write(file, "{}");
    watch.watch(Set.of(file));

    rename("{\"model\":\"m\"}");

    assertThat(heard.next()).containsExactly(file);
  }

  @Test
  void theFileGoesAndComesBack() throws Exception {
    write(file, "{}");
    watch.watch(Set.of(file));

    Files.delete(file);
    assertThat(heard.next()).containsExactly(file);
    Files.writeString(file, "{}");
    assertThat(heard.next()).containsExactly(file);
  }

  @Test
  void aFolderThatIsNotThereYetIsAwaited() throws Exception {
    watch.watch(Set.of(file));

    Files.createDirectory(file.getParent());
    assertThat(heard.next()).containsExactly(file);
    Files.writeString(file, "{}");
    assertThat(heard.next()).containsExactly(file);
    Files.writeString(file, "{\"model\":\"m\"}");
    assertThat(heard.next()).containsExactly(file);
  }

  @Test
  void aFolderThatIsMadeAnewIsWatchedAgain() throws Exception {
    write(file, "{}");
    watch.watch(Set.of(file));

    Files.delete(file);
    Files.delete(file.getParent());
    assertThat(heard.next()).containsExactly(file);
    write(file, "{}");
    assertThat(heard.next()).containsExactly(file);
    drain();
    Files.writeString(file, "{\"model\":\"m\"}");
    assertThat(heard.next()).containsExactly(file);
  }

  @Test
  void aFolderThatIsPutInAnothersPlace() throws Exception {
    write(file, "{}");
    write(project.resolve("other/settings.json"), "{\"model\":\"m\"}");
    watch.watch(Set.of(file));

    Files.move(file.getParent(), project.resolve("old"));
    assertThat(heard.next()).containsExactly(file);
    Files.move(project.resolve("other"), file.getParent());
    assertThat(heard.next()).containsExactly(file);
    drain();
    Files.writeString(file, "{}");
    assertThat(heard.next()).containsExactly(file);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void whatALinkLeadsToIsWatchedToo() throws Exception {
    var dotfiles = temporary.toRealPath().resolve("dotfiles/claude.json");
    write(dotfiles, "{}");
    Files.createDirectory(file.getParent());
    Files.createSymbolicLink(file, Path.of("../../dotfiles/claude.json"));
    watch.watch(Set.of(file));

    Files.writeString(dotfiles, "{\"model\":\"m\"}");
    assertThat(heard.next()).containsExactly(file);
    Files.delete(dotfiles);
    assertThat(heard.next()).containsExactly(file);
    Files.writeString(dotfiles, "{}");
    assertThat(heard.next()).containsExactly(file);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void oneFolderUnderTwoNames() throws Exception {
    write(file, "{}");
    var alias = temporary.toRealPath().resolve("alias");
    Files.createSymbolicLink(alias, project);
    var other = alias.resolve(".claude/settings.json");
    watch.watch(Set.of(file, other));

    Files.writeString(file, "{\"model\":\"m\"}");

    assertThat(heard.next()).containsExactlyInAnyOrder(file, other);
  }

  @Test
  void aBurstIsHeardOfOnce() throws Exception {
    write(file, "{}");
    var local = file.resolveSibling("settings.local.json");
    watch.watch(Set.of(file, local));
    heard.gate = new CountDownLatch(1);
    Files.writeString(file, "{ }");
    assertThat(heard.next()).containsExactly(file);

    for (int i = 0; i < 50; i++) {
      Files.writeString(file, "{\"model\":\"" + i + "\"}");
      Files.writeString(local, "{}");
    }
    heard.gate.countDown();

    assertThat(heard.next()).containsExactlyInAnyOrder(file, local);
    assertThat(heard.changes).isEmpty();
  }

  @Test
  void otherFilesInTheSameFolderWakeNobody() throws Exception {
    write(file, "{}");
    watch.watch(Set.of(file));

    Files.writeString(file.resolveSibling("notes.md"), "x");
    Files.writeString(project.resolve("build.log"), "x");
    Files.writeString(file, "{ }");

    assertThat(heard.next()).containsExactly(file);
    assertThat(heard.changes).isEmpty();
  }

  @Test
  void afterAnOverflowEverythingIsReadAgain() throws Exception {
    write(file, "{}");
    watch.watch(Set.of(file));
    heard.gate = new CountDownLatch(1);
    Files.writeString(file, "{ }");
    assertThat(heard.next()).containsExactly(file);

    // More than the watch service keeps, so that what follows is lost.
    for (int i = 0; i < 2_000; i++) {
      Files.writeString(file.resolveSibling("n" + i), "");
    }
    Files.writeString(file, "{\"model\":\"m\"}");
    heard.gate.countDown();

    assertThat(heard.next()).containsExactly(file);
  }

  @Test
  void whatTheSystemRefusesIsLookedAt() throws Exception {
    watch.close();
    watch =
        FolderWatch.start(
            heard,
            () -> {
              throw new IOException("User limit of inotify instances reached");
            },
            Duration.ofMillis(5));
    write(file, "{}");
    watch.watch(Set.of(file));

    assertThat(heard.limits.poll(LIMIT_S, TimeUnit.SECONDS))
        .isEqualTo(Message.of("watch.refused", "User limit of inotify instances reached"));
    Files.writeString(file, "{\"model\":\"m\"}");
    assertThat(heard.next()).containsExactly(file);
    Files.delete(file);
    assertThat(heard.next()).containsExactly(file);
  }

  @Test
  void filesThatAreNotWatchedAnyMoreAreForgotten() throws Exception {
    write(file, "{}");
    var other = project.resolve("other.json");
    watch.watch(Set.of(file));
    watch.watch(Set.of(other));

    Files.writeString(file, "{ }");
    Files.writeString(other, "{}");

    assertThat(heard.next()).containsExactly(other);
  }

  @Test
  void afterTheEndNothingIsHeard() throws Exception {
    write(file, "{}");
    watch.watch(Set.of(file));
    watch.close();

    Files.writeString(file, "{ }");

    assertThat(heard.changes).isEmpty();
    watch = FolderWatch.start(heard, FileSystems.getDefault()::newWatchService, Duration.ofDays(1));
  }

  /// What a slow machine made several bursts of.
  private void drain() throws IOException, InterruptedException {
    var marker = project.resolve("marker.json");
    watch.watch(Set.of(file, marker));
    Files.writeString(marker, "{}");
    var next = heard.next();
    while (!next.contains(marker)) {
      next = heard.next();
    }
    heard.changes.clear();
  }

  private void rename(String text) throws IOException {
    var temporaryFile = file.resolveSibling("settings.json.tmp");
    Files.writeString(temporaryFile, text);
    Files.move(
        temporaryFile, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static void write(Path path, String text) throws IOException {
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }
}
