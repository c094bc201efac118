package dev.switchyard;

import static dev.switchyard.PersonsMachine.MODEL;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.adapter.process.Outcome;
import dev.switchyard.real.CloudStandIn.Request;
import dev.switchyard.real.ProcessListWatch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A made-up key in every place where a key can live, in every route, with our real program and the
/// real Claude Code: afterwards it is found nowhere but at the stand-in for the cloud, in the
/// person's own files, and in journal and versions, and never in the log. Another route is one more
/// row of [#ways], and another place one more of [#PLACES].
class LeakIT {
  /// Each key names the place that it was put in.
  private static final String KEY = "sk-ant-made-up-";

  private static final Pattern FOUND = Pattern.compile(KEY + "[a-z-]+");

  /// @param variables of the environment
  /// @param files below the test's own folder
  private record Place(String name, Map<String, String> variables, Map<String, String> files) {
    static Place variable(String name, String variable, String value) {
      return new Place(name, Map.of(variable, value), Map.of());
    }

    static Place file(String name, String file, String text) {
      return new Place(name, Map.of(), Map.of(file, text));
    }

    String filled(String text) {
      return text.replace("$KEY", KEY + name);
    }
  }

  private static final List<Place> PLACES =
      List.of(
          Place.variable("key", "ANTHROPIC_API_KEY", "$KEY"),
          Place.variable("token", "ANTHROPIC_AUTH_TOKEN", "$KEY"),
          Place.variable("oauth", "CLAUDE_CODE_OAUTH_TOKEN", "$KEY"),
          Place.variable("headers", "ANTHROPIC_CUSTOM_HEADERS", "x-custom: $KEY"),
          Place.variable("identity", "ANTHROPIC_IDENTITY_TOKEN", "$KEY"),
          Place.variable("bedrock", "AWS_BEARER_TOKEN_BEDROCK", "$KEY"),
          Place.variable("aws", "AWS_SECRET_ACCESS_KEY", "$KEY"),
          Place.variable("anthropic-aws", "ANTHROPIC_AWS_API_KEY", "$KEY"),
          Place.variable("foundry", "ANTHROPIC_FOUNDRY_API_KEY", "$KEY"),
          new Place(
              "google",
              Map.of("GOOGLE_APPLICATION_CREDENTIALS", "$ROOT/home/google.json"),
              Map.of("home/google.json", "{\"private_key\":\"$KEY\"}")),
          Place.file("login", "home/.claude/.credentials.json", PersonsMachine.login("$KEY")),
          Place.file(
              "console",
              "home/.claude.json",
              "{\"primaryApiKey\":\"$KEY\",\"projects\":{\"$ROOT/project\":{}}}"),
          Place.file("helper", "home/helper-key", "$KEY"),
          Place.file(
              "user",
              "home/.claude/settings.json",
              """
              {"apiKeyHelper":"cat $ROOT/home/helper-key",
               "env":{"ANTHROPIC_API_KEY":"$KEY","ANTHROPIC_AUTH_TOKEN":"$KEY"}}
              """),
          Place.file(
              "project",
              "project/.claude/settings.json",
              "{\"env\":{\"ANTHROPIC_API_KEY\":\"$KEY\"}}"),
          Place.file(
              "local",
              "project/.claude/settings.local.json",
              "{\"env\":{\"ANTHROPIC_AUTH_TOKEN\":\"$KEY\"}}"),
          Place.file(
              "editor",
              "home/.config/Code/User/settings.json",
              """
              {"claudeCode.environmentVariables":[{"name":"ANTHROPIC_API_KEY","value":"$KEY"}]}
              """),
          Place.file("shell", "home/.bashrc", "export ANTHROPIC_API_KEY=$KEY\n"),
          Place.file("profile", "home/.profile", "export ANTHROPIC_AUTH_TOKEN=$KEY\n"));

  /// What only an administrator can write, and no settings of a person can cancel. The helper reads
  /// its key from a file: Claude Code hands the command itself to a shell, for everybody to see.
  private static final Place ADMINISTRATOR =
      new Place(
          "managed",
          Map.of(),
          Map.of(
              "etc/claude-code/managed-settings.json",
              """
              {"apiKeyHelper":"cat $ROOT/managed-key",
               "env":{"ANTHROPIC_API_KEY":"$KEY","ANTHROPIC_CUSTOM_HEADERS":"x-custom: $KEY"}}
              """,
              "managed-key",
              "$KEY"));

  /// One way to use a route.
  ///
  /// @param reachesCloud whether a request may go to the cloud, with what belongs there
  /// @param without places that are left out, since no route of that scope could keep them back
  /// @param steps what the person does
  record Way(String name, boolean reachesCloud, Set<String> without, Steps steps) {
    static Way staying(String name, Set<String> without, Steps steps) {
      return new Way(name, false, without, steps);
    }

    static Way reachingCloud(String name, Set<String> without, Steps steps) {
      return new Way(name, true, without, steps);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  @FunctionalInterface
  interface Steps {
    void take(LeakIT test) throws Exception;
  }

  @TempDir Path folder;
  private PersonsMachine machine;
  private final List<Outcome> said = new ArrayList<>();

  private static final Set<String> NONE = Set.of();

  /// What is stronger than the project's file, and than the person's own.
  private static final Set<String> LOCAL_FILE = Set.of("local");

  private static final Set<String> PROJECT_FILES = Set.of("local", "project");

  static Stream<Way> ways() {
    return Stream.of(
        Way.staying(
            "local, for the project",
            LOCAL_FILE,
            test -> {
              test.local("project");
              test.prompt();
            }),
        Way.staying(
            "local, just me",
            NONE,
            test -> {
              test.local("local");
              test.prompt();
            }),
        Way.staying(
            "local, as the default",
            PROJECT_FILES,
            test -> {
              test.local("user");
              test.prompt();
            }),
        Way.staying(
            "refused, where nothing of ours could keep a key back",
            NONE,
            test -> {
              test.refused("project");
            }),
        Way.staying(
            "refused, where a known project would send its own key by default",
            NONE,
            test -> {
              test.refused("user");
            }),
        Way.reachingCloud(
            "refused, where an administrator has set a key",
            NONE,
            test -> {
              test.administrated();
              test.refused("local");
              test.refused("user");
              test.refusedOnce();
              test.prompt();
            }),
        Way.reachingCloud(
            "cloud",
            PROJECT_FILES,
            test -> {
              test.local("user");
              test.switchyard("route", "cloud", test.project());
              test.prompt();
            }),
        Way.reachingCloud(
            "inherit",
            NONE,
            test -> {
              test.local("local");
              test.switchyard("route", "inherit", test.project());
              test.prompt();
            }),
        Way.reachingCloud(
            "inherit, all",
            NONE,
            test -> {
              test.local("local");
              test.switchyard("route", "inherit", "--all");
            }),
        Way.reachingCloud(
            "cloud once",
            NONE,
            test -> {
              test.local("local");
              test.said.add(test.machine.shell(test.machine.cloudOnceLine("hello")));
            }),
        Way.staying(
            "local once",
            NONE,
            test -> {
              test.said.add(test.machine.shell(test.localOnce().output()));
              assertThat(test.machine.cloud().messages()).isNotEmpty();
            }),
        Way.staying(
            "launch",
            NONE,
            test -> {
              test.local("local");
              test.launch();
            }),
        Way.staying(
            "verify",
            NONE,
            test -> {
              test.local("local");
              test.switchyard("verify", test.project(), "--json");
              assertThat(test.machine.cloud().messages()).isNotEmpty();
            }),
        Way.reachingCloud(
            "undo",
            NONE,
            test -> {
              test.local("local");
              test.switchyard("undo");
              test.prompt();
            }),
        Way.reachingCloud(
            "history and restore",
            LOCAL_FILE,
            test -> {
              test.local("project");
              var file = test.machine.project().resolve(".claude/settings.json").toString();
              test.switchyard("history", file, "--json");
              test.switchyard("restore", file);
            }),
        Way.staying(
            "what is shown",
            NONE,
            test -> {
              test.local("local");
              test.switchyard("route", test.project(), "--json");
              test.switchyard("route", test.project(), "--start", "vscode");
              test.switchyard("sessions", "--json");
              test.switchyard("status", "--json");
              test.switchyard("env", "--shell", "bash", "--model", MODEL);
              test.switchyard("route", "local", test.project(), "--model", "other", "--dry-run");
            }));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("ways")
  void theKeyStaysWhereItBelongs(Way way) throws Exception {
    try (var person = PersonsMachine.start(folder, "project");
        var processes = ProcessListWatch.start(FOUND)) {
      machine = person;
      for (var place : PLACES) {
        if (!way.without().contains(place.name())) {
          put(place);
        }
      }

      way.steps().take(this);

      assertThat(processes.found()).as("command lines of processes").isEmpty();
      assertThat(FOUND.matcher(said.toString()).results().map(match -> match.group()))
          .as("what our program and Claude Code said: %s", said)
          .isEmpty();
      assertThat(person.cloud().requests())
          .filteredOn(request -> !isOfTheCloud(request))
          .allSatisfy(request -> assertThat(text(request)).doesNotContain(KEY));
      if (!way.reachesCloud()) {
        assertThat(person.cloud().messages()).noneMatch(LeakIT::isOfTheCloud);
      }
      assertFilesKeepIt();
    }
  }

  private void put(Place place) throws IOException {
    for (var variable : place.variables().entrySet()) {
      machine.environment().put(variable.getKey(), filled(place, variable.getValue()));
    }
    for (var file : place.files().entrySet()) {
      machine.write(root().resolve(file.getKey()), filled(place, file.getValue()));
    }
  }

  private String filled(Place place, String text) {
    return place.filled(text).replace("$ROOT", root().toString());
  }

  private Path root() {
    return machine.home().getParent();
  }

  private String project() {
    return machine.project().toString();
  }

  private void local(String scope) throws Exception {
    var outcome = switchLocally(scope);
    assertThat(outcome.exitCode()).as("%s", outcome).isZero();
    assertThat(log()).as("the log, in which no key may be").contains("route LOCAL for ");
  }

  private void refused(String scope) throws Exception {
    var outcome = switchLocally(scope);
    assertThat(outcome.exitCode()).as("%s", outcome).isEqualTo(4);
    assertThat(filesWithKey()).noneMatch(file -> file.startsWith(state()));
  }

  private void administrated() throws Exception {
    put(ADMINISTRATOR);
    machine.laidOverEtc(root().resolve("etc"));
  }

  private void refusedOnce() throws Exception {
    var outcome = localOnce();
    assertThat(outcome.exitCode()).as("%s", outcome).isEqualTo(4);
  }

  /// The line for one session on the local server, with a prompt of ours behind it.
  private Outcome localOnce() throws Exception {
    return switchyard(
        "launch",
        project(),
        "--local-once",
        MODEL,
        "--context",
        "64K",
        "--print",
        "--shell",
        "bash",
        "--",
        "-p",
        "hello");
  }

  private Outcome switchLocally(String scope) throws Exception {
    return switchyard("route", "local", project(), "--model", MODEL, "--scope", scope, "--json");
  }

  private Path logFolder() {
    return state().resolve("log");
  }

  private String log() throws IOException {
    return Files.readString(logFolder().resolve("switchyard.log"));
  }

  private Path state() {
    return machine.home().resolve(".local/state/switchyard");
  }

  private Outcome switchyard(String... words) throws Exception {
    var outcome = machine.switchyard(words);
    said.add(outcome);
    return outcome;
  }

  private void prompt() throws Exception {
    said.add(machine.prompt());
  }

  /// The line that a person would paste, with a prompt of ours behind it.
  private void launch() throws Exception {
    var line = switchyard("launch", project(), "--print", "--anyway", "--", "-p", "hello");
    said.add(machine.shell(line.output()));
  }

  private static boolean isOfTheCloud(Request request) {
    return request.host().endsWith("anthropic.com") || request.host().contains("claude.");
  }

  private static String text(Request request) {
    return request.path() + request.headers() + request.body();
  }

  /// Beside the person's own files only journal and versions may hold it, for their eyes alone.
  private void assertFilesKeepIt() throws IOException {
    var own =
        Stream.concat(PLACES.stream(), Stream.of(ADMINISTRATOR))
            .flatMap(place -> place.files().keySet().stream())
            .map(root()::resolve)
            .toList();
    for (var file : filesWithKey()) {
      assertThat(file.startsWith(logFolder())).as("%s is made to be sent", file).isFalse();
      if (file.startsWith(state())) {
        assertPrivate(file, state());
      } else if (!isClaudesOwnCopy(file)) {
        assertThat(own).as("files that hold a key").contains(file);
      }
    }
  }

  /// Claude Code keeps copies of its own data beside it.
  private boolean isClaudesOwnCopy(Path file) {
    return file.startsWith(machine.home().resolve(".claude/backups"))
        || file.getFileName().toString().startsWith(".claude.json.");
  }

  private List<Path> filesWithKey() throws IOException {
    var found = new ArrayList<Path>();
    try (var files = Files.walk(root())) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        if (Files.readString(file, ISO_8859_1).contains(KEY)) {
          found.add(file);
        }
      }
    }
    return found;
  }

  private static void assertPrivate(Path file, Path state) throws IOException {
    assertThat(permissions(file)).as("%s", file).isEqualTo("rw-------");
    for (var at = file.getParent(); at.startsWith(state); at = at.getParent()) {
      assertThat(permissions(at)).as("%s", at).isEqualTo("rwx------");
    }
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
