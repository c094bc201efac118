package dev.switchyard.adapter.claude;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.switchyard.adapter.git.GitCheckouts;
import dev.switchyard.adapter.process.Processes;
import dev.switchyard.domain.Home;
import dev.switchyard.domain.Known;
import dev.switchyard.domain.OperatingSystem;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.route.ClaudeSurroundings;
import dev.switchyard.domain.route.Destination;
import dev.switchyard.domain.route.EffectiveRoute;
import dev.switchyard.domain.route.Journal;
import dev.switchyard.domain.route.JournaledFiles;
import dev.switchyard.domain.route.RouteRequest;
import dev.switchyard.domain.route.RouteRequest.LocalTarget;
import dev.switchyard.domain.route.Scope;
import dev.switchyard.domain.route.SettingsRouteReader;
import dev.switchyard.domain.route.SwitchRoute;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The whole of switching, on real files.
class SwitchOnDiskTest {
  private static final String FORMATTED = "{\r\n\t\"theme\": \"dark\",\r\n\t\"n\": 1.50\r\n}";

  @TempDir Path folder;
  private final ClaudeFiles files = new ClaudeFiles();
  private final GitCheckouts git =
      new GitCheckouts(new Processes(Map.of("PATH", "/usr/bin:/bin"), OperatingSystem.LINUX));
  private Home home;
  private Path project;
  private Path settings;

  @BeforeEach
  void project() throws IOException {
    home = Home.below(Files.createDirectories(folder.resolve("home")));
    project = Files.createDirectories(folder.resolve("src/é ' x"));
    settings = project.resolve(".claude/settings.json");
  }

  @Test
  void onAndOffLeavesNoTrace() throws PortException, IOException {
    var before = tree();
    local();
    assertThat(mode(settings)).isEqualTo("rw-------");
    inherit();

    assertThat(tree()).isEqualTo(before);
  }

  @Test
  void theFilesOwnBytesModeAndNeighboursStay() throws PortException, IOException {
    write(settings, FORMATTED);
    Files.setPosixFilePermissions(settings, PosixFilePermissions.fromString("rw-r-----"));

    local();
    assertThat(Files.readString(settings))
        .startsWith("{\r\n\t\"theme\": \"dark\",\r\n\t\"n\": 1.50,");
    assertThat(mode(settings)).isEqualTo("rw-r-----");
    inherit();
    assertThat(Files.readString(settings)).isEqualTo(FORMATTED);
    assertThat(mode(settings)).isEqualTo("rw-r-----");
    assertThat(settings.getParent()).isDirectoryNotContaining(file -> !file.equals(settings));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aSymbolicLinkStaysOne() throws PortException, IOException {
    var dotfiles = folder.resolve("dotfiles/claude.json");
    write(dotfiles, FORMATTED);
    Files.createDirectories(settings.getParent());
    Files.createSymbolicLink(settings, dotfiles);

    local();
    assertThat(Files.isSymbolicLink(settings)).isTrue();
    assertThat(Files.readString(dotfiles)).contains("ANTHROPIC_BASE_URL");
    inherit();
    assertThat(Files.readString(dotfiles)).isEqualTo(FORMATTED);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aDanglingLinkIsFilledAndEmptiedAgain() throws PortException, IOException {
    Files.createDirectories(settings.getParent());
    var target = folder.resolve("dotfiles.json");
    Files.createSymbolicLink(settings, target);

    local();
    assertThat(target).exists();
    inherit();
    assertThat(target).doesNotExist();
    assertThat(Files.isSymbolicLink(settings)).isTrue();
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aLinkedProjectIsTheSameProject() throws PortException, IOException {
    write(settings, FORMATTED);
    var link = Files.createSymbolicLink(folder.resolve("link"), project);
    var target = new LocalTarget("http://localhost:11434", "m", 65_536);
    switcher().apply(switcher().plan(RouteRequest.local(link, Optional.empty(), target)));

    inherit();
    assertThat(Files.readString(settings)).isEqualTo(FORMATTED);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aReadOnlyFileIsRefusedAndStays() throws PortException, IOException {
    write(settings, FORMATTED);
    Files.setPosixFilePermissions(settings, PosixFilePermissions.fromString("r--r--r--"));

    assertThat(failure()).isEqualTo(PortException.Kind.DENIED);
    assertThat(Files.readString(settings)).isEqualTo(FORMATTED);
    assertThat(journal().read()).isEqualTo(Journal.EMPTY);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aReadOnlyFolderIsRefused() throws IOException {
    Files.setPosixFilePermissions(project, PosixFilePermissions.fromString("r-xr-xr-x"));

    assertThat(failure()).isEqualTo(PortException.Kind.DENIED);
    assertThat(settings.getParent()).doesNotExist();
    Files.setPosixFilePermissions(project, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  @Test
  void aMalformedFileIsRefusedAndStays() throws IOException {
    write(settings, "{\n  \"env\": {,}\n}");

    assertThat(failure()).isEqualTo(PortException.Kind.MALFORMED);
    assertThat(Files.readString(settings)).isEqualTo("{\n  \"env\": {,}\n}");
  }

  @Test
  void anotherProcessTakesTheSwitchBack() throws PortException, IOException {
    write(settings, FORMATTED);
    local();
    // A new set of objects knows only what stands on disk.
    assertThat(switcher().undo()).isPresent();

    assertThat(Files.readString(settings)).isEqualTo(FORMATTED);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void theJournalIsPrivate() throws PortException, IOException {
    write(settings, "{\"env\":{\"ANTHROPIC_API_KEY\":\"sk-ant-made-up\"}}");
    local();

    assertThat(mode(home.state())).isEqualTo("rwx------");
    try (var files = Files.list(home.state())) {
      assertThat(files.filter(file -> file.toString().endsWith(".json")))
          .allSatisfy(file -> assertThat(mode(file)).isEqualTo("rw-------"));
    }
  }

  @Test
  void theJournalOnDiskIsTheJournal() throws PortException, IOException {
    Files.createDirectories(project.resolve(".git/info"));
    write(settings, "{ }");
    local();
    switcher()
        .apply(
            switcher()
                .plan(
                    RouteRequest.local(
                        project,
                        Optional.of(Scope.LOCAL),
                        new LocalTarget("http://localhost:1", "m", 1_024))));
    var kept = journal().read();

    assertThat(new JournalJson(FileSystems.getDefault()).read(JournalJson.write(kept)))
        .isEqualTo(kept);
    assertThat(kept.switches()).hasSize(2);
    assertThat(kept.baselines()).hasSize(2);
  }

  @Test
  void anUnreadableJournalStopsEverySwitch() throws IOException {
    write(home.state().resolve("routes.json"), "{\"version\":99}");

    assertThat(failure()).isEqualTo(PortException.Kind.MALFORMED);
    assertThat(settings).doesNotExist();
    assertThat(Files.readString(home.state().resolve("routes.json"))).isEqualTo("{\"version\":99}");
  }

  @Test
  void aJournalWithAnImpossibleTimeStopsEverySwitch() throws IOException {
    write(
        home.state().resolve("routes.json"),
        "{\"version\":1,\"baselines\":{},\"switches\":"
            + "[{\"at\":\"x\",\"folder\":\"/a\",\"choice\":\"LOCAL\",\"files\":[]}]}");

    assertThat(failure()).isEqualTo(PortException.Kind.MALFORMED);
    assertThat(settings).doesNotExist();
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void whatStandsInASettingsFilesPlaceIsShownAsAProblem() throws PortException, IOException {
    Files.createDirectories(settings);
    assertThat(shown()).contains("settings-invalid");
    Files.delete(settings);
    Files.createSymbolicLink(settings, settings);
    assertThat(shown()).contains("settings-invalid");
    Files.delete(settings);
    Files.delete(settings.getParent());
    Files.writeString(settings.getParent(), "not a folder");
    assertThat(shown()).contains("settings-invalid");
  }

  @Test
  void storedCredentialsAreSeenButNotRead() throws IOException, PortException {
    write(
        home.claudeData(),
        "{\"primaryApiKey\":\"sk-ant-made-up\",\"projects\":{\"/a\":{\"x\":[1]},\"/b\":{}}}");
    write(
        home.claudeConfig().resolve(".credentials.json"),
        "{\"claudeAiOauth\":{\"accessToken\":\"t\"}}");
    var data = new ClaudeData(home, OperatingSystem.LINUX);

    assertThat(data.read().consoleKeySaved()).isEqualTo(Known.of(true));
    assertThat(data.read().loginStored()).isTrue();
    assertThat(data.folders()).containsExactly(Path.of("/a"), Path.of("/b"));
    assertThat(local().credential()).isEqualTo(EffectiveRoute.Credential.PLACEHOLDER);
    assertThat(Files.readString(settings)).contains("\"apiKeyHelper\": \"echo ollama\"");
  }

  @Test
  void aKeyThatMayBeSavedIsShielded() throws IOException, PortException {
    write(home.claudeData(), "{\"projects\":{\"/a\":{\"hist");
    assertThat(consoleKey(OperatingSystem.LINUX)).isInstanceOf(Known.Unknown.class);
    local();
    assertThat(Files.readString(settings)).contains("\"apiKeyHelper\": \"echo ollama\"");

    write(home.claudeData(), "{}");
    assertThat(consoleKey(OperatingSystem.LINUX)).isEqualTo(Known.of(false));
    assertThat(consoleKey(OperatingSystem.MACOS)).isInstanceOf(Known.Unknown.class);
    Files.delete(home.claudeData());
    assertThat(consoleKey(OperatingSystem.LINUX)).isEqualTo(Known.of(false));
    Files.createDirectory(home.claudeData());
    assertThat(consoleKey(OperatingSystem.LINUX)).isInstanceOf(Known.Unknown.class);
  }

  @Test
  void aKeyBehindAVeryLongTextIsSeen() throws IOException {
    write(
        home.claudeData(),
        "{\"pasted\":\"" + "x".repeat(21_000_000) + "\",\"primaryApiKey\":\"sk-ant-made-up\"}");

    assertThat(consoleKey(OperatingSystem.LINUX)).isEqualTo(Known.of(true));
  }

  @Test
  void otherBytesOfGitsFileStay() throws IOException, PortException {
    var exclude = project.resolve(".git/info/exclude");
    var own = "b\u00fccher/\nmine/**/.claude/settings.local.json\n".getBytes(ISO_8859_1);
    Files.createDirectories(exclude.getParent());
    Files.write(exclude, own);

    switcher()
        .apply(
            switcher()
                .plan(
                    RouteRequest.local(
                        project,
                        Optional.of(Scope.LOCAL),
                        new LocalTarget("http://localhost:1", "m", 1_024))));
    assertThat(Files.readAllBytes(exclude)).startsWith(own).hasSizeGreaterThan(own.length);
    var ours = Files.readString(exclude, ISO_8859_1).substring(own.length);
    // Somebody removes our line, and theirs ends like it.
    Files.write(exclude, own);
    inherit();
    assertThat(Files.readAllBytes(exclude)).isEqualTo(own);
    assertThat(ours).isEqualTo("**/.claude/settings.local.json\n");
  }

  @Test
  void aFolderThatBecomesAFileIsNoSurprise() throws IOException {
    Files.writeString(project.resolve(".claude"), "not a folder");

    assertThatThrownBy(this::local).isInstanceOf(PortException.class);
    assertThat(Files.readString(project.resolve(".claude"))).isEqualTo("not a folder");
  }

  private EffectiveRoute local() throws PortException {
    var target = new LocalTarget("http://localhost:11434", "gemma4-claude", 65_536);
    var route =
        switcher().apply(switcher().plan(RouteRequest.local(project, Optional.empty(), target)));
    assertThat(route.destination()).isEqualTo(Destination.LOCAL);
    return route;
  }

  private void inherit() throws PortException {
    switcher().apply(switcher().plan(RouteRequest.inherit(project, Optional.empty())));
  }

  private PortException.Kind failure() {
    return catchThrowableOfType(PortException.class, this::local).kind();
  }

  private JournalFile journal() {
    return new JournalFile(home.state());
  }

  private Known<Boolean> consoleKey(OperatingSystem system) {
    return new ClaudeData(home, system).read().consoleKeySaved();
  }

  private List<String> shown() throws PortException {
    return reader().read(project).problems().stream().map(EffectiveRoute.Problem::id).toList();
  }

  private SwitchRoute switcher() {
    return new SwitchRoute(
        files, git, reader(), store(), surroundings(), List::of, Clock.systemUTC());
  }

  private JournaledFiles store() {
    return new JournaledFiles(files, journal(), new VersionFolder(home.state()), Clock.systemUTC());
  }

  private SettingsRouteReader reader() {
    return new SettingsRouteReader(
        files, git, new ClaudeData(home, OperatingSystem.LINUX), surroundings());
  }

  private ClaudeSurroundings surroundings() {
    return new ClaudeSurroundings(
        home.directory(), folder.resolve("managed.json"), home.claudeUserSettings(), Map.of());
  }

  private List<String> tree() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(path -> !path.startsWith(home.directory()))
          .map(Path::toString)
          .sorted()
          .toList();
    }
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.write(file, text.getBytes(UTF_8));
  }

  private static String mode(Path file) {
    try {
      return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
