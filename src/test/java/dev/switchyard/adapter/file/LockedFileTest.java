package dev.switchyard.adapter.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.adapter.endpoint.EndpointFile;
import dev.switchyard.adapter.localonly.LocalOnlyFile;
import dev.switchyard.domain.endpoint.EndpointKind;
import dev.switchyard.domain.endpoint.EndpointUrl;
import dev.switchyard.domain.endpoint.profile.EndpointProfile;
import dev.switchyard.domain.endpoint.profile.TimeLimits;
import dev.switchyard.domain.endpoint.profile.TokenSource;
import dev.switchyard.domain.localonly.LocalOnly;
import dev.switchyard.domain.localonly.LocalOnlyProjects;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Several Switchyards, each with a file object of its own, change the same file at once.
class LockedFileTest {
  private static final int AT_ONCE = 8;

  @TempDir private Path folder;

  private static void all(List<Callable<Object>> changes) throws Exception {
    try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
      for (var done : threads.invokeAll(changes)) {
        done.get();
      }
    }
  }

  private static List<Callable<Object>> each(IntChange change) {
    return IntStream.range(0, AT_ONCE)
        .<Callable<Object>>mapToObj(number ->
            () -> {
              change.make(number);
              return number;
            })
        .toList();
  }

  @FunctionalInterface
  private interface IntChange {
    void make(int number) throws Exception;
  }

  @Test
  void noEndpointIsLost() throws Exception {
    all(each(number -> new EndpointFile(folder).put(endpoint("box-" + number))));

    assertThat(new EndpointFile(folder).all()).hasSize(AT_ONCE);
  }

  private static EndpointProfile endpoint(String name) throws Exception {
    return EndpointProfile.of(
        name,
        EndpointKind.OLLAMA,
        EndpointUrl.read("http://gpu-box:11434"),
        new TokenSource.None(),
        Optional.empty(),
        TimeLimits.USUAL);
  }

  @Test
  void noProjectsLimitIsLost() throws Exception {
    var limit = Optional.of(LocalOnly.allowing(List.of()));
    all(
        each(number ->
            new LocalOnlyProjects(new LocalOnlyFile(folder), one -> one)
                .set(folder.resolve("project-" + number), limit)));

    assertThat(new LocalOnlyFile(folder).load().folders()).hasSize(AT_ONCE);
  }
}
