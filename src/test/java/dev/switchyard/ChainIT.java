package dev.switchyard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.adapter.process.Command;
import dev.switchyard.adapter.process.Outcome;
import dev.switchyard.adapter.process.Processes;
import dev.switchyard.domain.OperatingSystem;
import dev.switchyard.domain.model.ModelName;
import dev.switchyard.real.CloudStandIn;
import dev.switchyard.real.RealClaude;
import dev.switchyard.real.RealOllama;
import dev.switchyard.real.RealPrograms;
import dev.switchyard.real.VirtualDesktop;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The whole chain from an empty home to a file that a local model wrote: our command line, the
/// real Ollama with inference, the real Claude Code in a real terminal.
class ChainIT {
  private static final Duration LIMIT = Duration.ofMinutes(3);

  @TempDir Path temp;
  private final Map<String, String> environment = new HashMap<>();

  @Test
  void fromAnEmptyHomeToTheProof() throws Exception {
    RealPrograms.requireOnPath("xterm");
    var claude = RealClaude.require();
    var home = Files.createDirectory(temp.resolve("an empty home"));
    var project = Files.createDirectory(temp.toRealPath().resolve("project ü"));
    try (var cloud = CloudStandIn.start(temp);
        var desktop = VirtualDesktop.start(temp);
        var ollama = RealOllama.start(Files.createDirectory(temp.resolve("ollama")))) {
      ollama.buildAgent(ModelName.of("agent"));
      environment.putAll(desktop.environment());
      environment.put("PATH", claude.getParent() + ":/usr/bin:/bin");
      environment.put("LC_ALL", "C.UTF-8");
      environment.put("DISABLE_AUTOUPDATER", "1");
      // Nothing can leave the machine, and what tries to is seen.
      environment.putAll(cloud.environment());
      var shared = List.of("--home", home.toString(), "--ollama", ollama.url().toString());

      switchyard(shared, "build", "agent-claude", "--from", "agent", "--context", "64K");
      switchyard(shared, "route", "local", project.toString(), "--model", "agent-claude");
      switchyard(
          shared,
          "launch",
          project.toString(),
          "--terminal",
          "xterm",
          "--",
          "-p",
          "Write the proof",
          "--allowedTools",
          "Bash");

      var proof = project.resolve("proof.txt");
      awaitFile(proof, desktop);
      assertThat(proof).hasContent("it works");
      assertThat(cloud.messages()).as("requests for an answer of the cloud").isEmpty();
      assertThat(home.resolve(".claude.json")).as("Claude Code kept to the chosen home").exists();
    }
  }

  /// Our program as a process of its own: the environment is the test's, not the person's.
  private void switchyard(List<String> shared, String... arguments) throws Exception {
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=javafx.graphics,com.sun.jna",
                "-p",
                System.getProperty("jdk.module.path"),
                "-m",
                "dev.switchyard/dev.switchyard.Main"));
    command.addAll(shared);
    command.addAll(List.of(arguments));
    Outcome outcome =
        new Processes(environment, OperatingSystem.LINUX).run(Command.of(command).within(LIMIT));
    assertThat(outcome.exitCode()).as("%s: %s", List.of(arguments), outcome).isZero();
  }

  private static void awaitFile(Path file, VirtualDesktop desktop) throws Exception {
    long end = System.nanoTime() + LIMIT.toNanos();
    while (!Files.exists(file) || Files.size(file) == 0) {
      if (System.nanoTime() > end) {
        var picture = Path.of("target/chain-it.png").toAbsolutePath();
        desktop.photograph(picture);
        throw new AssertionError("no proof was written, see " + picture);
      }
      Thread.sleep(50);
    }
  }
}
