package dev.switchyard.adapter.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchyard.domain.Home;
import dev.switchyard.domain.OperatingSystem;
import dev.switchyard.domain.Surroundings;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class SingleInstanceTest {
  @TempDir Path folder;
  private InstancePlace place;

  @BeforeEach
  void choosePlace() {
    place = new InstancePlace(folder.resolve("run"), "window");
  }

  @Test
  void aSecondStartCallsTheFirstWindowToTheFront() throws Exception {
    var called = new Semaphore(0);
    try (var first = SingleInstance.claim(place, called::release).orElseThrow()) {
      assertThat(first).isNotNull();
      assertThat(SingleInstance.claim(place, () -> {})).isEmpty();
      assertThat(SingleInstance.claim(place, () -> {})).isEmpty();
      assertThat(called.tryAcquire(2, 20, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void afterTheWindowIsClosedTheNextOneIsTheFirst() throws Exception {
    SingleInstance.claim(place, () -> {}).orElseThrow().close();

    try (var next = SingleInstance.claim(place, () -> {}).orElseThrow()) {
      assertThat(next).isNotNull();
    }
  }

  @Test
  void whatACrashLeftBehindIsNoWindow() throws Exception {
    Files.createDirectories(place.folder());
    Files.writeString(place.lock(), "");
    var left = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    left.bind(UnixDomainSocketAddress.of(place.socket()));
    left.close();
    assertThat(place.socket()).exists();

    try (var first = SingleInstance.claim(place, () -> {}).orElseThrow()) {
      assertThat(first).isNotNull();
    }
  }

  /// Of many starts at once one opens a window, and each of the others reaches it: none ends
  /// without, also while the first does not listen yet.
  @Test
  void ofManyAtOnceOneIsTheFirst() throws Exception {
    int starts = 24;
    var called = new Semaphore(0);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Optional<SingleInstance>>> claims = new ArrayList<>();
      for (int i = 0; i < starts; i++) {
        claims.add(() -> SingleInstance.claim(place, called::release));
      }
      var claimed = new ArrayList<SingleInstance>();
      for (Future<Optional<SingleInstance>> claim : threads.invokeAll(claims)) {
        claim.get().ifPresent(claimed::add);
      }
      assertThat(claimed).hasSize(1);
      assertThat(called.tryAcquire(starts - 1, 20, TimeUnit.SECONDS)).isTrue();
      claimed.getFirst().close();
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void nobodyElseCanEnter() throws Exception {
    Files.createDirectories(place.folder());
    Files.setPosixFilePermissions(place.folder(), PosixFilePermissions.fromString("rwxrwxrwx"));

    try (var first = SingleInstance.claim(place, () -> {}).orElseThrow()) {
      assertThat(first).isNotNull();
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(place.folder())))
          .isEqualTo("rwx------");
    }
  }

  @Test
  void aFolderThatCannotBeUsedIsSaidSo() throws Exception {
    Files.writeString(place.folder(), "a file");

    assertThatThrownBy(() -> SingleInstance.claim(place, () -> {})).isInstanceOf(IOException.class);
  }

  @Test
  void aFolderWithAVeryLongPathWorksToo() throws Exception {
    var deep = new InstancePlace(folder.resolve("d".repeat(120)), "window");

    try (var first = SingleInstance.claim(deep, () -> {}).orElseThrow()) {
      assertThat(first).isNotNull();
      assertThat(SingleInstance.claim(deep, () -> {})).isEmpty();
    }
  }

  @Test
  void homesAndDemonstrationsAreToldApart() throws Exception {
    var run = Files.createDirectory(folder.resolve("runtime"));
    var here = linux(Map.of("XDG_RUNTIME_DIR", run.toString()));
    var one = Home.below(folder.resolve("one"));
    var other = Home.below(folder.resolve("other"));

    assertThat(InstancePlace.of(here, one, false))
        .isEqualTo(InstancePlace.of(here, one, false))
        .isNotEqualTo(InstancePlace.of(here, other, false))
        .isNotEqualTo(InstancePlace.of(here, one, true));
    assertThat(InstancePlace.of(here, one, false).folder()).isEqualTo(run.resolve("switchyard"));
  }

  @Test
  void withoutARuntimeFolderTheStateFolderServes() {
    var home = Home.below(folder.resolve("one"));
    var gone = linux(Map.of("XDG_RUNTIME_DIR", folder.resolve("gone").toString()));

    assertThat(InstancePlace.of(linux(Map.of()), home, false).folder()).isEqualTo(home.state());
    assertThat(InstancePlace.of(gone, home, false).folder()).isEqualTo(home.state());
  }

  private Surroundings linux(Map<String, String> environment) {
    return new Surroundings(OperatingSystem.LINUX, environment, folder);
  }
}
