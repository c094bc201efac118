package dev.switchyard.adapter.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.domain.Home;
import dev.switchyard.domain.Known;
import dev.switchyard.domain.endpoint.EndpointUrl;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskSpaceTest {
  @TempDir Path home;

  @Test
  void tellsTheRoomAlsoBeforeTheModelsFolderExists() throws Exception {
    var free = new DiskSpace(Home.below(home)).forModelsOf(EndpointUrl.DEFAULT).toOptional();

    assertThat(free).isPresent();
    assertThat(free.get()).isBetween(1L, Files.getFileStore(home).getTotalSpace());
  }

  @Test
  void cannotSeeAnotherMachinesDisk() {
    var remote = EndpointUrl.parse("http://gpu.example:11434").orElseThrow();

    assertThat(new DiskSpace(Home.below(home)).forModelsOf(remote))
        .isInstanceOf(Known.Unknown.class);
  }

  @Test
  void seesPartsOfABrokenOffPull() throws Exception {
    var disk = new DiskSpace(Home.below(home));
    assertThat(disk.holdsBrokenOffPulls(EndpointUrl.DEFAULT)).isFalse();

    var blobs = Files.createDirectories(home.resolve(".ollama/models/blobs"));
    Files.writeString(blobs.resolve("sha256-1"), "whole");
    assertThat(disk.holdsBrokenOffPulls(EndpointUrl.DEFAULT)).isFalse();

    Files.writeString(blobs.resolve("sha256-2-partial"), "part");
    assertThat(disk.holdsBrokenOffPulls(EndpointUrl.DEFAULT)).isTrue();
  }
}
