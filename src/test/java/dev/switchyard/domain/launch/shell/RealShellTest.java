package dev.switchyard.domain.launch.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.switchyard.adapter.process.Command;
import dev.switchyard.adapter.process.Processes;
import dev.switchyard.domain.OperatingSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a dialect writes is read by the real shell, where it is installed.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "prints with printf")
class RealShellTest {
  private static final RandomTexts RANDOM = new RandomTexts(20261123);

  private final Processes processes =
      new Processes(
          Map.of("PATH", "/usr/bin:/bin:/usr/local/bin", "LC_ALL", "C.UTF-8", "HOME", "/nowhere"),
          OperatingSystem.LINUX);

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"bash,bash", "bash,sh", "bash,zsh", "fish,fish", "powershell,pwsh"})
  void everyTextArrivesAsItIs(String dialect, String program) throws Exception {
    var shell = shell(dialect, program);
    var texts = RANDOM.texts(400).toList();
    var command = new ArrayList<>(List.of("printf", "%s\\0"));
    command.addAll(texts);

    var received = run(program, shell.call(command)).split("\0", -1);

    assertThat(Arrays.copyOf(received, received.length - 1))
        .as("seed %d", RANDOM.seed())
        .containsExactly(texts.toArray(String[]::new));
  }

  @ParameterizedTest
  @CsvSource({"bash,bash", "bash,sh", "bash,zsh", "fish,fish", "powershell,pwsh"})
  void everyVariableAndFolderArrivesAsItIs(String dialect, String program) throws Exception {
    var shell = shell(dialect, program);
    var variables = new LinkedHashMap<String, String>();
    RANDOM.texts(60).forEach(text -> variables.put("V" + variables.size(), text));
    var place = Files.createDirectories(folder.resolve("a 'b' \"c\" $d %e% & \\f ü -g"));
    var invocation =
        new Invocation(
            place, variables, Map.of("COPY", "LC_ALL"), List.of("sh", "-c", "pwd; env -0"));

    var received = run(program, shell.line(invocation));

    assertThat(received).startsWith(place.toRealPath() + "\n").contains("COPY=C.UTF-8\0");
    variables.forEach((name, value) ->
        assertThat(received)
            .as("seed %d", RANDOM.seed())
            .containsPattern("(?s)(^|[\\x00\\n])" + name + "=" + Pattern.quote(value) + "\\x00"));
  }

  @ParameterizedTest
  @CsvSource({"bash,bash", "bash,sh", "fish,fish", "powershell,pwsh"})
  void exportsReachWhatIsStartedNext(String dialect, String program) throws Exception {
    var shell = shell(dialect, program);
    var value = "a 'b' \"c\" $d\nü \\";

    var received =
        run(
            program,
            shell.export("ADDED", value)
                + "\n"
                + shell.exportCopy("COPY", "ADDED")
                + "\n"
                + shell.call(List.of("env", "-0")));

    assertThat(received.split("\0", -1)).contains("ADDED=" + value, "COPY=" + value);
  }

  private String run(String program, String script) throws Exception {
    var file = Files.writeString(folder.resolve("script"), script + "\n");
    var outcome = processes.run(Command.of(program, file.toString()).within(Duration.ofMinutes(1)));
    assertThat(outcome.errors()).isEmpty();
    return outcome.output();
  }

  private static Shell shell(String dialect, String program) {
    assumeTrue(
        List.of("/usr/bin", "/bin", "/usr/local/bin").stream()
            .anyMatch(place -> Files.isExecutable(Path.of(place, program))),
        program + " is not installed");
    return Shells.parse(dialect).orElseThrow();
  }
}
