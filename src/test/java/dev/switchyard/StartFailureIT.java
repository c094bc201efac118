package dev.switchyard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.switchyard.adapter.process.Command;
import dev.switchyard.adapter.process.Outcome;
import dev.switchyard.adapter.process.Processes;
import dev.switchyard.domain.OperatingSystem;
import dev.switchyard.domain.PortException;
import dev.switchyard.real.VirtualDesktop;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The real program where the real JavaFX cannot open a window: it says why, in a sentence, and
/// ends with the code for what cannot be reached.
@EnabledOnOs(OS.LINUX)
class StartFailureIT {
  private static final Path LIBRARIES = Path.of("/usr/lib/x86_64-linux-gnu");

  private final Map<String, String> environment =
      new HashMap<>(Map.of("PATH", "/usr/bin:/bin:/usr/sbin:/sbin"));

  @TempDir Path folder;

  @Test
  void withoutADisplay() throws PortException {
    var outcome = start(List.of());

    assertThat(outcome.exitCode()).as("%s", outcome).isEqualTo(3);
    assertThat(outcome.errors()).contains("There is no display").doesNotContain("\tat ");
    assertThat(logged()).contains("the window could not be opened", "Unable to open DISPLAY");
  }

  /// What a person finds who started it from the desktop.
  private String logged() {
    var logs = folder.resolve(".local/state/switchyard/log");
    try (Stream<Path> files = Files.list(logs)) {
      var text = new StringBuilder();
      for (var file : files.toList()) {
        text.append(Files.readString(file));
      }
      return text.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The library is hidden under an empty file, for this one process.
  @Test
  void withoutGtk() throws PortException, IOException {
    var empty = Files.createFile(folder.resolve("empty"));
    var hide = "mount --bind " + empty + " " + library("libgtk-3.so.0.") + " && exec \"$@\"";
    var hidden = List.of("unshare", "--mount", "sh", "-c", hide, "sh");
    assumeTrue(works(hidden), "this machine allows no mounts of our own");

    try (var desktop = VirtualDesktop.start(folder)) {
      environment.putAll(desktop.environment());
      var outcome = start(hidden);

      assertThat(outcome.exitCode()).as("%s", outcome).isEqualTo(3);
      assertThat(outcome.errors()).contains("GTK 3").doesNotContain("no display", "\tat ");
    }
  }

  private static Path library(String prefix) throws IOException {
    try (Stream<Path> files = Files.list(LIBRARIES)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith(prefix))
          .findFirst()
          .orElseGet(() -> {
            assumeTrue(false, prefix + " is not installed");
            throw new AssertionError("skipped");
          });
    }
  }

  private boolean works(List<String> before) {
    try {
      var line = new ArrayList<>(before);
      line.add("true");
      return run(line).exitCode() == 0;
    } catch (PortException _) {
      return false;
    }
  }

  private Outcome start(List<String> before) throws PortException {
    var line = new ArrayList<>(before);
    line.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=javafx.graphics,com.sun.jna",
            "-Duser.home=" + folder,
            "-p",
            System.getProperty("jdk.module.path"),
            "-m",
            "dev.switchyard/dev.switchyard.Main",
            "--home",
            folder.toString()));
    return run(line);
  }

  private Outcome run(List<String> line) throws PortException {
    environment.put("HOME", folder.toString());
    return new Processes(environment, OperatingSystem.LINUX)
        .run(Command.of(line).within(Duration.ofMinutes(2)));
  }
}
