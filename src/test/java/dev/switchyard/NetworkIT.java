package dev.switchyard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.switchyard.adapter.demo.Setup;
import dev.switchyard.adapter.demo.SimulatedOllama;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// No telemetry and no network but the endpoints: our real program, watched from outside by strace,
/// which sees every address that it or a child of it connects or sends to, whatever opened the
/// socket.
class NetworkIT {
  private static final int DNS = 53;
  private static final int TOO_LATE = -1;

  /// An address in a call, as strace writes it, with its port before it.
  private static final Pattern ADDRESS =
      Pattern.compile(
          "sin6?_port=htons\\((\\d+)\\).*?(?:inet_addr\\(|inet_pton\\(AF_INET6, )\"([^\"]+)\"");

  private static final Pattern LOOPBACK = Pattern.compile("(::ffff:)?127\\.[\\d.]+|::1");

  /// Families whose sockets leave no machine; any other one is looked at by a person first.
  private static final Pattern FAMILY = Pattern.compile("sa_family=(AF_\\w+)");

  @TempDir Path folder;
  private Path home;

  @BeforeEach
  void home() throws IOException, InterruptedException {
    home = Files.createDirectories(folder.resolve("home"));
    assumeTrue(traces(), "strace is missing, or this machine does not let it look");
  }

  @Test
  void commandsConnectToTheChosenServerAlone() throws Exception {
    var project = Files.createDirectories(home.resolve("src/app")).toString();
    try (var server = SimulatedOllama.start(Setup.instant())) {
      var url = server.url().toString();
      var script = new StringBuilder();
      for (var words :
          List.of(
              "status",
              "models",
              "pull gemma4:e4b",
              "build mine --from gemma4:26b --context 64K",
              "fit gemma4:26b",
              "route local " + project + " --model mine",
              "route " + project + " --model other",
              "sessions",
              "launch " + project + " --print",
              "env --shell bash " + project,
              "history",
              "undo",
              "version",
              "completion models")) {
        script.append(program("--home", home.toString(), "--ollama", url, words)).append('\n');
      }

      var seen = watched(List.of("sh", "-c", script.toString()));

      assertThat(seen.keySet()).containsExactly(server.url().uri().getPort());
      assertThat(seen.values())
          .allMatch(addresses -> addresses.stream().allMatch(NetworkIT::isHere));
    }
  }

  /// Every screen is shown once, with its polls; the server is the demonstration's, in the same
  /// process.
  @Test
  void theWindowConnectsToNothingButThisMachine() throws Exception {
    var line = program("--train", "WINDOW");

    var seen = watched(List.of("sh", "-c", line));

    assertThat(seen).as("connections at all").isNotEmpty().doesNotContainKey(DNS);
    assertThat(seen.values()).allMatch(addresses -> addresses.stream().allMatch(NetworkIT::isHere));
  }

  private static boolean isHere(String address) {
    return LOOPBACK.matcher(address).matches();
  }

  private static String program(String... words) {
    return String.join(
        " ",
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "--enable-native-access=javafx.graphics,com.sun.jna",
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "-Dglass.platform=Headless",
        "-Dprism.order=sw",
        "-p",
        System.getProperty("jdk.module.path"),
        "-m",
        "dev.switchyard/dev.switchyard.Main",
        String.join(" ", words));
  }

  /// Runs something to its end, and returns the addresses that were connected or sent to, by port.
  private Map<Integer, List<String>> watched(List<String> command) throws Exception {
    var trace = folder.resolve("trace");
    assertThat(strace(trace, command)).as("it ended in time").isNotEqualTo(TOO_LATE);
    var seen = new TreeMap<Integer, List<String>>();
    for (var call : Files.readAllLines(trace)) {
      var family = FAMILY.matcher(call);
      while (family.find()) {
        assertThat(family.group(1)).as(call).isIn("AF_UNIX", "AF_INET", "AF_INET6", "AF_NETLINK");
      }
      var address = ADDRESS.matcher(call);
      while (address.find()) {
        int port = Integer.parseInt(address.group(1));
        seen.computeIfAbsent(port, _ -> new ArrayList<>()).add(address.group(2));
      }
    }
    return seen;
  }

  private int strace(Path trace, List<String> command) throws IOException, InterruptedException {
    var line =
        new ArrayList<>(
            List.of(
                "strace",
                "-f",
                "-qq",
                "--seccomp-bpf",
                "-e",
                "trace=connect,sendto,sendmsg,sendmmsg",
                "-o",
                trace.toString()));
    line.addAll(command);
    var builder = new ProcessBuilder(line).redirectErrorStream(true);
    builder.redirectOutput(folder.resolve("output").toFile());
    builder.environment().clear();
    builder.environment().putAll(Map.of("PATH", "/usr/bin:/bin", "HOME", home.toString()));
    var process = builder.start();
    if (process.waitFor(5, TimeUnit.MINUTES)) {
      return process.exitValue();
    }
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    return TOO_LATE;
  }

  private boolean traces() throws IOException, InterruptedException {
    var found =
        List.of("/usr/bin", "/bin").stream()
            .anyMatch(at -> Files.isExecutable(Path.of(at + File.separator + "strace")));
    return found && strace(folder.resolve("try"), List.of("true")) == 0;
  }
}
