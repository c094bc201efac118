package dev.switchyard.adapter.claude;

import static dev.switchyard.fake.fault.TroubledFileSystem.below;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.route.Account;
import dev.switchyard.domain.route.ClaudeSurroundings;
import dev.switchyard.domain.route.JournaledFiles;
import dev.switchyard.domain.route.RouteRequest;
import dev.switchyard.domain.route.RouteRequest.LocalTarget;
import dev.switchyard.domain.route.SettingsRouteReader;
import dev.switchyard.domain.route.SwitchRoute;
import dev.switchyard.fake.FakeRepositories;
import dev.switchyard.fake.fault.Trouble;
import dev.switchyard.fake.fault.TroubledFileSystem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Another program writes the same file, in place and without a lock, while Switchyard reads or
/// writes it.
@DisabledOnOs(OS.WINDOWS)
class TwoWritersTest {
  private static final Configuration UNIX =
      Configuration.unix().toBuilder()
          .setAttributeViews("basic", "owner", "posix", "unix")
          .setWorkingDirectory("/")
          .build();

  private static final int SWITCHES = 40;

  @TempDir Path folder;
  private final Trouble trouble = new Trouble();
  private final FileSystem memory = Jimfs.newFileSystem(UNIX);
  private final TroubledFileSystem disk = new TroubledFileSystem(memory, trouble);
  private final Path file = disk.getPath("/project/.claude/settings.json");

  /// What the other program does while we wait for it.
  private final Queue<String> writes = new ArrayDeque<>();

  private int pauses;
  private final ClaudeFiles files = new ClaudeFiles(this::paused);

  @BeforeEach
  void project() throws IOException {
    Files.createDirectories(below(file.getParent()));
  }

  @AfterEach
  void close() throws IOException {
    memory.close();
  }

  @Test
  void halfAFileIsReadAgainUntilItIsWhole() throws Exception {
    inPlace("{\"theme\":");
    writes.addAll(List.of("", "{\"theme\":\"dark\"", "{\"theme\":\"dark\"}"));

    assertThat(text(files.read(file))).isEqualTo("{\"theme\":\"dark\"}");
    assertThat(pauses).isEqualTo(3);
  }

  @Test
  void whatStaysHalfIsGivenAsItIsAndNeverRepaired() throws Exception {
    inPlace("{\"theme\":");

    assertThat(text(files.read(file))).isEqualTo("{\"theme\":");
    assertThat(pauses).isEqualTo(9);
    assertThatThrownBy(() -> local(file)).isInstanceOf(PortException.class);
    assertThat(Files.readString(below(file))).isEqualTo("{\"theme\":");
  }

  @Test
  void whatWasBrokenBeforeIsNotWaitedFor() throws Exception {
    inPlace("{\"theme\":");
    Files.setLastModifiedTime(below(file), FileTime.fromMillis(0));

    assertThat(text(files.read(file))).isEqualTo("{\"theme\":");
    assertThat(files.read(file.resolveSibling("none.json"))).isEmpty();
    assertThat(pauses).isZero();
  }

  @Test
  void aWriteThatComesJustBeforeOursIsKeptAndOursDoneOnTop() throws Exception {
    inPlace("{\"theme\":\"dark\"}");
    // When the journal is written: what we have read is not what stands there any more.
    trouble.meanwhile(
        Trouble.Kind.RENAME, "routes.json", () -> inPlace("{\"theme\":\"light\",\"n\":1}"));
    local(file);

    assertThat(Files.readString(below(file)))
        .startsWith("{\"theme\":\"light\",\"n\":1,")
        .contains("ANTHROPIC_BASE_URL");
  }

  @Test
  void aWriteIntoTheFileThatWeHaveReplacedIsGivenBack() throws Exception {
    inPlace("{\"theme\":\"dark\"}");
    try (var open = FileChannel.open(below(file), StandardOpenOption.WRITE)) {
      trouble.meanwhile(
          Trouble.Kind.RENAME,
          "settings.json",
          () -> trouble.meanwhile(Trouble.Kind.LOOK, ".claude", () -> late(open)));
      local(file);
    }

    assertThat(Files.readString(below(file)))
        .startsWith("{\"theme\":\"light\"")
        .contains("ANTHROPIC_BASE_URL");
    inherit(file);
    assertThat(Files.readString(below(file))).isEqualTo("{\"theme\":\"light\"}");
  }

  @Test
  void aWriteOverOursIsSeenAndOursDoneOnTop() throws Exception {
    inPlace("{\"theme\":\"dark\"}");
    trouble.meanwhile(
        Trouble.Kind.RENAME,
        "settings.json",
        () ->
            trouble.meanwhile(
                Trouble.Kind.LOOK, ".claude", () -> inPlace("{\"theme\":\"light\"}")));
    local(file);

    assertThat(Files.readString(below(file)))
        .startsWith("{\"theme\":\"light\"")
        .contains("ANTHROPIC_BASE_URL");
  }

  @Test
  void twoProcessesLoseNoKeyOfEachOther() throws Exception {
    var real = Files.createDirectories(folder.resolve("project/.claude")).resolve("settings.json");
    var stop = folder.resolve("stop");
    var original = "{\n  \"counter\": 0,\n  \"hooks\": {\"Stop\": []}\n}\n";
    Files.writeString(real, original);
    var writer =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "src/test/java/dev/switchyard/adapter/claude/InPlaceWriter.java",
                real.toString(),
                stop.toString())
            .redirectErrorStream(true)
            .start();
    int givenUp = 0;
    String count;
    try (var said = writer.inputReader(UTF_8)) {
      assertThat(said.readLine()).isEqualTo("started");
      for (int number = 0; number < SWITCHES; number++) {
        givenUp += undisturbed(real, number % 2 == 1) ? 0 : 1;
      }
      Files.createFile(stop);
      var result = said.readAllAsString();
      System.out.printf("%d switches, %d given up, beside: %s", SWITCHES, givenUp, result);
      assertThat(result).startsWith("0 lost of ");
      count = result.strip().substring("0 lost of ".length());
    } finally {
      writer.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
    }

    local(real);
    assertThat(Files.readString(real))
        .contains("\"counter\": " + count)
        .contains("ANTHROPIC_MODEL");
    inherit(real);
    assertThat(Files.readString(real)).isEqualTo(original.replace(": 0,", ": " + count + ","));
  }

  /// @return false where the other one did not let us in between, and nothing was changed
  private boolean undisturbed(Path settings, boolean off) throws PortException {
    try {
      if (off) {
        inherit(settings);
      } else {
        local(settings);
      }
      return true;
    } catch (PortException e) {
      if (e.kind() != PortException.Kind.CONFLICT) {
        throw e;
      }
      return false;
    }
  }

  private void paused() {
    pauses++;
    var next = writes.poll();
    if (next != null) {
      inPlace(next);
    }
  }

  private void inPlace(String text) {
    try {
      Files.writeString(below(file), text);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static void late(FileChannel open) {
    try {
      open.truncate(0);
      open.write(ByteBuffer.wrap("{\"theme\":\"light\"}".getBytes(UTF_8)), 0);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static String text(Optional<byte[]> content) {
    return new String(content.orElseThrow(), UTF_8);
  }

  private void local(Path settings) throws PortException {
    var target = new LocalTarget("http://localhost:1", "m", 65_536);
    switcher(settings).change(RouteRequest.local(project(settings), Optional.empty(), target));
  }

  private void inherit(Path settings) throws PortException {
    switcher(settings).change(RouteRequest.inherit(project(settings), Optional.empty()));
  }

  private static Path project(Path settings) {
    return settings.resolve("../..").normalize();
  }

  private SwitchRoute switcher(Path settings) {
    var home = project(settings).resolveSibling("home");
    var surroundings =
        new ClaudeSurroundings(
            home, home.resolve("managed.json"), home.resolve(".claude/settings.json"), Map.of());
    var repositories = new FakeRepositories();
    var used = settings.equals(file) ? files : new ClaudeFiles();
    var state = home.resolve("state");
    return new SwitchRoute(
        used,
        repositories,
        new SettingsRouteReader(used, repositories, () -> Account.NONE, surroundings),
        new JournaledFiles(
            used, new JournalFile(state), new VersionFolder(state), Clock.systemUTC()),
        surroundings,
        List::of,
        Clock.systemUTC());
  }
}
