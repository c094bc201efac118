package dev.switchyard.adapter.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchyard.domain.Cancellation;
import dev.switchyard.domain.Home;
import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.OperatingSystem;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.endpoint.EndpointUrl;
import dev.switchyard.domain.launch.Program;
import dev.switchyard.domain.launch.Programs;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the stand-in server is a shell script")
class OllamaProcessTest {
  private static final EndpointUrl LOOPBACK =
      new EndpointUrl(URI.create("http://127.0.0.1:11999"), false);

  /// Answers as soon as the file `ready` is there, and then tells its children and its address.
  private static final String SERVER =
      """
      #!/bin/sh
      [ "$1" = serve ] || exit 9
      sleep 1000 & echo $! > runner
      echo "$OLLAMA_HOST" > host; echo $$ > server
      : > ready
      wait
      """;

  @TempDir Path folder;
  private Path program;
  private Home home;

  @BeforeEach
  void standInServer() throws IOException {
    program = folder.resolve("ollama");
    home = Home.below(folder.resolve("home"));
    write(SERVER.replace("> ", "> " + folder + "/"));
  }

  @AfterEach
  void endServer() throws Exception {
    if (panel().startedByUs()) {
      panel().stop();
    }
  }

  @Test
  void startsTheServerAtTheGivenAddressAndWaitsUntilItAnswers() throws Exception {
    panel().start(LOOPBACK, Cancellation.NEVER);

    assertThat(folder.resolve("host")).hasContent("127.0.0.1:11999\n");
    assertThat(panel().startedByUs()).isTrue();
  }

  @Test
  void aLaterRunStopsItWithItsRunners() throws Exception {
    panel().start(LOOPBACK, Cancellation.NEVER);

    panel().stop();

    assertThat(panel().startedByUs()).isFalse();
    for (var name : List.of("server", "runner")) {
      long pid = Long.parseLong(Files.readString(folder.resolve(name)).strip());
      assertThat(ProcessHandle.of(pid).map(ProcessHandle::isAlive)).as(name).isNotEqualTo(true);
    }
  }

  @Test
  void neverTouchesAServerThatItDidNotStart() throws Exception {
    panel().start(LOOPBACK, Cancellation.NEVER);
    var state = home.state().resolve("ollama-process.properties");
    var ours = Files.readString(state);
    // The system gave our process id to another program: everything fits but the start time.
    Files.writeString(state, ours.replaceAll("started=\\d+", "started=1000"));

    assertThat(panel().startedByUs()).isFalse();
    assertThat(kindOf(() -> panel().stop())).isEqualTo(PortException.Kind.REFUSED);

    Files.writeString(state, ours);
    assertThat(panel().startedByUs()).isTrue();
  }

  @Test
  void aServerThatAnswersAlreadyIsLeftAlone() throws Exception {
    Files.createFile(folder.resolve("ready"));

    panel().start(LOOPBACK, Cancellation.NEVER);

    assertThat(folder.resolve("server")).doesNotExist();
    assertThat(panel().startedByUs()).isFalse();
  }

  @Test
  void tellsTheEndOfTheLogWhenItEndsAtOnce() throws Exception {
    write(
        "#!/bin/sh\n"
            + "echo 'Error: listen tcp 127.0.0.1:11999: bind: address already in use' >&2\n"
            + "exit 1\n");

    assertThatThrownBy(() -> panel().start(LOOPBACK, Cancellation.NEVER))
        .isInstanceOfSatisfying(
            PortException.class,
            e -> {
              assertThat(e.kind()).isEqualTo(PortException.Kind.FAILED);
              assertThat(e.text().toString()).contains("address already in use");
            });
    assertThat(panel().startedByUs()).isFalse();
  }

  @Test
  void anotherMachinesServerCannotBeStartedHere() {
    var remote = new EndpointUrl(URI.create("http://gpu.example:11434"), false);

    assertThat(kindOf(() -> panel().start(remote, Cancellation.NEVER)))
        .isEqualTo(PortException.Kind.REFUSED);
  }

  @Test
  void whereTheSystemServiceIsInstalledItHasToBeStartedInstead() throws Exception {
    Files.createFile(folder.resolve("ollama.service"));

    assertThat(kindOf(() -> panel().start(LOOPBACK, Cancellation.NEVER)))
        .isEqualTo(PortException.Kind.REFUSED);
  }

  @Test
  void withoutTheProgramItSaysHowToGetIt() throws Exception {
    Files.delete(program);

    assertThat(kindOf(() -> panel().start(LOOPBACK, Cancellation.NEVER)))
        .isEqualTo(PortException.Kind.UNREACHABLE);
  }

  /// A run of the panel of its own: nothing is shared with an earlier one but the files.
  private OllamaProcess panel() {
    var processes = new Processes(Map.of("PATH", "/usr/bin:/bin"), OperatingSystem.LINUX);
    return new OllamaProcess(
        processes,
        new OneProgram(),
        home,
        _ -> Files.exists(folder.resolve("ready")),
        folder.resolve("ollama.service"));
  }

  private final class OneProgram implements Programs {
    @Override
    public Known<Program> claude() {
      throw new AssertionError("not asked for");
    }

    @Override
    public Known<Program> ollama() {
      var reason = Message.of("programs.ollama-missing");
      return Files.exists(program)
          ? Known.of(new Program(program, Known.unknown(reason), true, List.of()))
          : Known.unknown(reason);
    }
  }

  private interface Call {
    void run() throws PortException;
  }

  private static PortException.Kind kindOf(Call call) {
    try {
      call.run();
    } catch (PortException e) {
      return e.kind();
    }
    throw new AssertionError("it did not fail");
  }

  private void write(String text) throws IOException {
    Files.writeString(program, text);
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
