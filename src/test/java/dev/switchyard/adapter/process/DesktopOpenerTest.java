package dev.switchyard.adapter.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchyard.domain.OperatingSystem;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.about.Desktop;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
class DesktopOpenerTest {
  @TempDir Path folder;

  @Test
  void theDesktopGetsTheAddressAsItIs() throws Exception {
    opener("printf '<%s>' \"$@\" >\"$HOME/got\"").open(URI.create("https://example.org/a?b=c&d"));

    assertThat(folder.resolve("got")).hasContent("<https://example.org/a?b=c&d>");
  }

  @Test
  void aMissingFolderIsMadeForItsOwnerAlone() throws Exception {
    var log = folder.resolve("state/log");

    opener("exit 0").open(log);

    assertThat(log).isDirectory();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(log)))
        .isEqualTo("rwx------");
  }

  @Test
  void whatTheDesktopSaysIsHandedOn() throws IOException {
    var desktop = opener("echo no browser; exit 4");

    assertThatThrownBy(() -> desktop.open(folder))
        .isInstanceOfSatisfying(
            PortException.class,
            failure -> {
              assertThat(failure.kind()).isEqualTo(PortException.Kind.FAILED);
              assertThat(failure.text().arguments()).contains("no browser");
            });
  }

  @Test
  void aSystemWithoutSuchAProgramIsSaid() {
    var processes = new Processes(Map.of("PATH", folder.toString()), OperatingSystem.LINUX);
    Desktop desktop = new DesktopOpener(processes, OperatingSystem.LINUX, folder);

    assertThatThrownBy(() -> desktop.open(folder))
        .isInstanceOfSatisfying(
            PortException.class,
            failure -> {
              assertThat(failure.kind()).isEqualTo(PortException.Kind.UNREACHABLE);
              assertThat(failure.text().key()).isEqualTo("about.no-opener");
            });
  }

  private Desktop opener(String script) throws IOException {
    var program = Files.writeString(folder.resolve("xdg-open"), "#!/bin/sh\n" + script + "\n");
    assertThat(program.toFile().setExecutable(true)).isTrue();
    var environment = Map.of("PATH", folder + ":/usr/bin:/bin", "HOME", folder.toString());
    return new DesktopOpener(
        new Processes(environment, OperatingSystem.LINUX), OperatingSystem.LINUX, folder);
  }
}
