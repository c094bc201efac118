package dev.switchyard.adapter.claude;

import static dev.switchyard.fake.fault.TroubledFileSystem.below;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.adapter.file.ProjectsFile;
import dev.switchyard.domain.Fingerprint;
import dev.switchyard.domain.Home;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.project.ProjectList;
import dev.switchyard.domain.route.Account;
import dev.switchyard.domain.route.ClaudeSurroundings;
import dev.switchyard.domain.route.InheritAll;
import dev.switchyard.domain.route.JournaledFiles;
import dev.switchyard.domain.route.RouteKeys;
import dev.switchyard.domain.route.RouteRequest;
import dev.switchyard.domain.route.RouteRequest.LocalTarget;
import dev.switchyard.domain.route.Scope;
import dev.switchyard.domain.route.SettingsHistory;
import dev.switchyard.domain.route.SettingsRouteReader;
import dev.switchyard.domain.route.SwitchRoute;
import dev.switchyard.domain.route.text.RandomSettings;
import dev.switchyard.domain.route.text.SettingKey;
import dev.switchyard.domain.route.text.SettingsText;
import dev.switchyard.fake.FakeRepositories;
import dev.switchyard.fake.fault.Fault;
import dev.switchyard.fake.fault.Killed;
import dev.switchyard.fake.fault.Trouble;
import dev.switchyard.fake.fault.TroubledFileSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// One person's project through a few switches, with another program's edits in between and a disk
/// that fails once. Beside the real files goes what the person would have without Switchyard; after
/// every step both must agree on all that is not the route's, and at the end on all.
final class TroubledCycle {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final Clock CLOCK = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
  private static final String EXCLUDE = "# mine\n*.log";
  private static final String USER_ROUTE =
      "{\"env\":{\"ANTHROPIC_BASE_URL\":\"http://localhost:9\",\"ANTHROPIC_AUTH_TOKEN\":\"t\"}}";

  private final Random random;
  private final Trouble trouble = new Trouble();
  private final Home home;
  private final Path project;
  private final List<Path> files;
  private final FakeRepositories repositories = new FakeRepositories();
  private final Map<Path, Optional<byte[]>> own = new HashMap<>();
  private final Map<String, Optional<byte[]>> ownBy = new HashMap<>();
  private final Map<Path, String> modes = new HashMap<>();
  private final List<Path> links = new ArrayList<>();
  private boolean byteExact = true;
  private int foreign;
  private final List<String> story = new ArrayList<>();

  /// @param root an empty folder of the file system below
  TroubledCycle(Path root, Random random) throws IOException {
    this.random = random;
    var system = new TroubledFileSystem(root.getFileSystem(), trouble);
    var top = system.above(root);
    home = Home.below(top.resolve("home"));
    project = top.resolve("src/app");
    files =
        List.of(
            project.resolve(".claude/settings.json"),
            project.resolve(".claude/settings.local.json"));
    lay(root);
  }

  private void lay(Path root) throws IOException {
    Files.createDirectories(below(home.directory()));
    var folder = Files.createDirectories(below(project));
    if (random.nextInt(3) > 0) {
      Files.createDirectories(folder.resolve(".git/info"));
      Files.writeString(folder.resolve(".git/info/exclude"), EXCLUDE);
      repositories.main(project);
    }
    if (random.nextInt(4) == 0) {
      put(below(home.claudeUserSettings()), USER_ROUTE.getBytes(UTF_8));
    }
    switch (random.nextInt(6)) {
      case 0 -> {
        // Nothing there yet.
      }
      case 1 -> {
        var dotfiles = Files.createDirectories(root.resolve("dotfiles/claude"));
        links.add(Files.createSymbolicLink(folder.resolve(".claude"), dotfiles));
      }
      case 2 -> {
        put(root.resolve("dotfiles/app.json"), new RandomSettings(random).next());
        Files.createDirectories(folder.resolve(".claude"));
        links.add(
            Files.createSymbolicLink(
                folder.resolve(".claude/settings.json"),
                root.getFileSystem().getPath("../../../dotfiles/app.json")));
      }
      default -> Files.createDirectories(folder.resolve(".claude"));
    }
    for (var file : files) {
      var place = below(file);
      if (Files.isDirectory(place.getParent()) && !Files.exists(place) && random.nextInt(3) > 0) {
        put(place, new RandomSettings(random).next());
      }
      if (Files.exists(place)) {
        var mode = List.of("rw-------", "rw-r--r--", "rw-rw----").get(random.nextInt(3));
        Files.setPosixFilePermissions(place, PosixFilePermissions.fromString(mode));
        modes.put(file, mode);
      }
      remember(file, content(file));
    }
  }

  private static void put(Path file, byte[] content) throws IOException {
    Files.createDirectories(file.getParent());
    Files.write(file, content);
  }

  /// @return how many operations on the disk it took
  int run() throws Exception {
    int steps = 1 + random.nextInt(3);
    int troubled = random.nextInt(steps);
    for (int number = 0; number < steps; number++) {
      if (random.nextInt(3) == 0) {
        edit();
      }
      if (number == troubled) {
        trouble.strike(told(fault()), random.nextInt(420));
      }
      step();
      trouble.end();
      check();
      if (random.nextInt(4) == 0) {
        edit();
      }
    }
    if (random.nextBoolean()) {
      inheritAll().apply();
    } else {
      switcher().change(RouteRequest.inherit(project, Optional.empty()));
    }
    checkEnd();
    return trouble.operations();
  }

  private Fault fault() {
    var faults = List.of(Fault.values());
    return random.nextInt(3) == 0 ? faults.get(random.nextInt(faults.size())) : Fault.KILL;
  }

  private void step() throws Exception {
    boolean restores = random.nextInt(6) == 0;
    try {
      if (restores) {
        restore();
      } else {
        change();
      }
    } catch (Killed e) {
      told(e);
      // The next process goes on.
    } catch (PortException e) {
      told(e);
      // A random document may hold a key that a route in the other file would send along.
      if (!trouble.hasStruck() && !e.text().key().equals("route.refused.leak")) {
        throw e;
      }
    }
    for (var file : files) {
      look(file, restores);
    }
  }

  private void change() throws PortException {
    switch (random.nextInt(7)) {
      case 0 -> switcher().change(told(RouteRequest.cloud(project, scope(), Optional.empty())));
      case 1 -> switcher().change(told(RouteRequest.inherit(project, Optional.empty())));
      case 2 -> {
        told("undo");
        switcher().undo();
      }
      case 3 -> {
        told("inherit --all");
        inheritAll().apply();
      }
      default -> {
        var target = new LocalTarget("http://localhost:1", "m" + random.nextInt(3), 65_536);
        switcher().change(told(RouteRequest.local(project, scope(), target)));
      }
    }
  }

  private Optional<Scope> scope() {
    return Optional.of(random.nextBoolean() ? Scope.PROJECT : Scope.LOCAL);
  }

  private void restore() throws PortException {
    var file = files.get(random.nextInt(files.size()));
    var history = new SettingsHistory(claude(), store());
    var versions = history.of(file).versions();
    if (!versions.isEmpty()) {
      var number = 1 + random.nextInt(versions.size());
      history.apply(told(history.plan(file, Optional.of(String.valueOf(number)))));
    }
  }

  /// Another program writes a key of its own, in place.
  private void edit() throws Exception {
    var file = files.get(random.nextInt(files.size()));
    var change = Map.of(foreignKey(foreign++), Optional.of("\"f\""));
    told("edit " + file + " " + change);
    put(below(file), SettingsText.parse(file, content(file)).with(change).bytes());
    var theirs = SettingsText.parse(file, own.getOrDefault(file, Optional.empty()));
    remember(file, Optional.of(theirs.with(change).bytes()));
    byteExact = false;
  }

  private static SettingKey foreignKey(int number) {
    return List.of(
            SettingKey.top("foreign" + number),
            SettingKey.env("FOREIGN" + number),
            SettingKey.permission("foreign" + number))
        .get(number % 3);
  }

  /// @param theirs what the person would have in the file without Switchyard
  private void remember(Path file, Optional<byte[]> theirs) throws IOException {
    age(file);
    own.put(file, theirs);
    ownBy.put(file + Fingerprint.of(content(file)).text(), theirs);
  }

  /// Brings what the person would have back together with a version.
  private void look(Path file, boolean restored) throws IOException {
    age(file);
    var content = file + Fingerprint.of(content(file)).text();
    if (restored && ownBy.containsKey(content)) {
      own.put(file, ownBy.get(content));
    }
    ownBy.put(content, own.get(file));
  }

  private void check() throws Exception {
    for (var file : files) {
      var now = content(file);
      assertThat(withoutRoute(tree(SettingsText.parse(file, now))))
          .as("the person's keys in %s", file)
          .isEqualTo(withoutRoute(tree(SettingsText.parse(file, own.get(file)))));
      if (now.isEmpty()) {
        modes.remove(file);
      } else if (modes.containsKey(file)) {
        var mode = Files.getPosixFilePermissions(below(file));
        assertThat(PosixFilePermissions.toString(mode)).isEqualTo(modes.get(file));
      }
    }
  }

  private void checkEnd() throws Exception {
    for (var file : files) {
      var now = content(file);
      var theirs = own.get(file);
      if (byteExact) {
        assertThat(text(now)).as("%s", file).isEqualTo(text(theirs));
      } else {
        assertThat(tree(SettingsText.parse(file, now)))
            .as("%s", file)
            .isEqualTo(tree(SettingsText.parse(file, theirs)));
      }
    }
    assertThat(switcher().remembered().baselines()).isEmpty();
    assertThat(names(below(project.resolve(".claude"))))
        .isSubsetOf("settings.json", "settings.local.json");
    var exclude = below(project.resolve(".git/info/exclude"));
    if (Files.exists(exclude)) {
      assertThat(Files.readString(exclude)).isEqualTo(EXCLUDE);
    }
    var user = below(home.claudeUserSettings());
    if (Files.exists(user)) {
      assertThat(Files.readString(user)).isEqualTo(USER_ROUTE);
    }
    for (var link : links) {
      assertThat(link).isSymbolicLink();
    }
  }

  /// What has happened so far, for whoever looks into a failure.
  String story() {
    return String.join("\n", story);
  }

  private <T> T told(T happened) {
    story.add(happened.toString());
    return happened;
  }

  private static Optional<String> text(Optional<byte[]> content) {
    return content.map(bytes -> new String(bytes, UTF_8));
  }

  private static List<String> names(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var all = Files.list(folder)) {
      return all.map(path -> path.getFileName().toString()).toList();
    }
  }

  private static JsonNode tree(SettingsText text) {
    return text.isBlank() ? MAPPER.createObjectNode() : MAPPER.readTree(text.bytes());
  }

  private static JsonNode withoutRoute(JsonNode tree) {
    for (var key : RouteKeys.keys()) {
      var section = key.section().memberName();
      var holder = section.isEmpty() ? tree : tree.path(section);
      if (holder instanceof ObjectNode object) {
        object.remove(key.name());
      }
    }
    for (var section : List.of("env", "permissions")) {
      if (tree.path(section).isEmpty()) {
        ((ObjectNode) tree).remove(section);
      }
    }
    return tree;
  }

  /// A file that is empty and was written this moment would be taken for one that is being written.
  private static void age(Path file) throws IOException {
    if (Files.exists(below(file))) {
      Files.setLastModifiedTime(below(file), FileTime.fromMillis(0));
    }
  }

  private static Optional<byte[]> content(Path file) throws IOException {
    var place = below(file);
    return Files.exists(place) ? Optional.of(Files.readAllBytes(place)) : Optional.empty();
  }

  private SwitchRoute switcher() {
    return new SwitchRoute(
        claude(), repositories, reader(), store(), surroundings(), List::of, CLOCK);
  }

  private InheritAll inheritAll() {
    var projects =
        new ProjectList(
            new ProjectsFile(home.state()), List::of, repositories, claude(), home.directory());
    return new InheritAll(claude(), store(), projects, home.directory(), CLOCK);
  }

  /// Made anew for each step, as by another process.
  private JournaledFiles store() {
    return new JournaledFiles(
        claude(), new JournalFile(home.state()), new VersionFolder(home.state()), CLOCK);
  }

  private static ClaudeFiles claude() {
    return new ClaudeFiles(() -> {});
  }

  private SettingsRouteReader reader() {
    return new SettingsRouteReader(claude(), repositories, () -> Account.NONE, surroundings());
  }

  private ClaudeSurroundings surroundings() {
    return new ClaudeSurroundings(
        home.directory(),
        home.directory().resolve("managed.json"),
        home.claudeUserSettings(),
        Map.of());
  }
}
