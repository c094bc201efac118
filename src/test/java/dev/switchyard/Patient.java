package dev.switchyard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.adapter.ollama.OllamaServer;
import dev.switchyard.cli.StartOptions;
import dev.switchyard.domain.Cancellation;
import dev.switchyard.domain.OperatingSystem;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.Surroundings;
import dev.switchyard.domain.endpoint.EndpointUrl;
import dev.switchyard.domain.model.BuildRequest;
import dev.switchyard.domain.model.ModelName;
import dev.switchyard.real.CloudStandIn;
import dev.switchyard.real.RealClaude;
import dev.switchyard.real.RealOllama;
import dev.switchyard.real.RealPrograms;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A person's machine for the doctor: a home and a project in a folder of the test's, the real
/// Claude Code, the real Ollama with a model as it was pulled and the variant of it that the guide
/// has one build, and a route to that which is proven. Nothing can leave the machine.
final class Patient implements AutoCloseable {
  /// As it was pulled: it names no context.
  static final String BASE = "agent";

  /// Built from it, with 64K of context, as its saved Modelfile says.
  static final String VARIANT = "coder";

  /// A second one, which nobody asks for.
  static final String OTHER = "other";

  private final Path home;
  private final Path project;
  private final CloudStandIn cloud;
  private final EndpointUrl url;
  private final Map<String, String> environment;

  private Patient(Path home, Path project, CloudStandIn cloud) throws IOException {
    this.home = home;
    this.project = project;
    this.cloud = cloud;
    this.url = new EndpointUrl(URI.create("http://localhost:" + freePort()), false);
    this.environment = inherited();
  }

  /// As the environment is now: it is copied.
  private Machine machine() {
    var real = Machine.real();
    return new Machine(
        real.clock(),
        real.pace(),
        new Surroundings(OperatingSystem.LINUX, environment, home),
        real.memory(),
        real.freeSpace(),
        real.processors());
  }

  /// @param folder an empty one
  static Patient admit(Path folder) throws Exception {
    RealClaude.require();
    var real = folder.toRealPath();
    var patient =
        new Patient(
            Files.createDirectory(real.resolve("home")),
            Files.createDirectory(real.resolve("it's é project")),
            CloudStandIn.start(Files.createDirectory(real.resolve("tmp"))));
    patient.prepare();
    return patient;
  }

  private void prepare() throws PortException, IOException {
    Files.writeString(
        home.resolve(".claude.json"),
        """
        {"hasCompletedOnboarding":true,"projects":{"%s":{"hasTrustDialogAccepted":true}}}
        """
            .formatted(project));
    startServer();
    try (var server = server()) {
      var agent = RealOllama.agent(ModelName.of(BASE));
      server.build(
          new BuildRequest(
              agent.name(),
              agent.from(),
              Map.of(),
              "",
              agent.template(),
              "",
              "",
              "",
              List.of(),
              List.of()),
          _ -> {},
          Cancellation.NEVER);
    }
    route();
  }

  private void route() {
    well("build", VARIANT, "--from", BASE, "--context", "64K");
    well("build", OTHER, "--from", BASE, "--context", "64K");
    well("route", "local", project.toString(), "--model", VARIANT);
  }

  /// As after [#admit], whatever has happened since: only the server goes on and keeps the base.
  void recover() throws PortException, IOException {
    cloud.clear();
    startServer();
    try (var server = server()) {
      for (var model : server.loaded()) {
        server.unload(model.name());
      }
      for (var model : server.installed()) {
        if (!model.name().equals(ModelName.of(BASE))) {
          server.delete(model.name());
        }
      }
    }
    Files.deleteIfExists(home.resolve(".claude/settings.json"));
    for (var place :
        List.of(
            project.resolve(".claude"),
            home.resolve(".ollama/Modelfiles"),
            home.resolve(".local/state/switchyard"))) {
      for (var file : files(place).keySet()) {
        if (!Path.of(file).getFileName().toString().startsWith("ollama")) {
          Files.delete(Path.of(file));
        }
      }
    }
    route();
  }

  private Map<String, String> inherited() {
    var environment = new HashMap<>(RealClaude.environment(home, cloud));
    var ollama = RealPrograms.require("ollama-" + RealOllama.VERSION + "/bin/ollama");
    environment.put("PATH", ollama.getParent() + ":" + environment.get("PATH"));
    environment.put("NO_PROXY", "localhost");
    environment.put("OLLAMA_NO_CLOUD", "1");
    return environment;
  }

  Path home() {
    return home;
  }

  Path project() {
    return project;
  }

  /// What programs are started with; a test may add to it.
  Map<String, String> environment() {
    return environment;
  }

  CloudStandIn cloud() {
    return cloud;
  }

  EndpointUrl url() {
    return url;
  }

  /// The project's settings that git would share.
  Path settings() {
    return project.resolve(".claude/settings.json");
  }

  /// The project's settings of this person alone, which are stronger.
  Path localSettings() {
    return project.resolve(".claude/settings.local.json");
  }

  /// Changes the project's settings as with an editor.
  ///
  /// @param from a regular expression, which has to match
  void edit(String from, String to) throws IOException {
    var before = Files.readString(settings());
    var after = before.replaceAll(from, to);
    assertThat(after).isNotEqualTo(before);
    Files.writeString(settings(), after);
  }

  void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  /// A request with options of its own, past Switchyard.
  void load(String model, int contextTokens) throws IOException {
    var body =
        "{\"model\":\"%s\",\"prompt\":\"hello\",\"stream\":false,\"options\":{\"num_ctx\":%d,\"num_predict\":1}}"
            .formatted(model, contextTokens);
    var client = new OkHttpClient();
    var request =
        new Request.Builder()
            .url(url.uri().resolve("/api/generate").toString())
            .post(RequestBody.create(body, MediaType.get("application/json")))
            .build();
    try (var answer = client.newCall(request).execute()) {
      assertThat(answer.code()).isEqualTo(200);
    }
  }

  /// All that a fix may change and its undo has to bring back: the settings of the project and of
  /// the person, the saved Modelfiles, and what each model is made of; nothing of the server where
  /// it is down.
  Map<String, String> condition() throws IOException {
    var condition = new TreeMap<String, String>();
    for (var place :
        List.of(
            project.getParent().resolve(".claude"),
            project,
            home.resolve(".ollama/Modelfiles"),
            home.resolve(".claude/settings.json"))) {
      condition.putAll(files(place));
    }
    try (var server = server()) {
      for (var model : server.installed()) {
        condition.put(model.name().shortText(), inOrder(server.describe(model.name()).modelfile()));
      }
    } catch (PortException e) {
      condition.put("server", e.kind().name());
    }
    return condition;
  }

  /// The server names parameters in another order each time.
  private static String inOrder(String modelfile) {
    return modelfile
        .lines()
        .sorted(Comparator.comparing(line -> line.startsWith("PARAMETER ") ? line : ""))
        .collect(Collectors.joining("\n"));
  }

  /// Every file of the home and of the project but the server's own.
  Map<String, String> files() throws IOException {
    var files = files(home);
    files.putAll(files(project));
    files.keySet().removeIf(file -> file.endsWith("ollama.log"));
    return files;
  }

  /// Every file below a place, by its path.
  static Map<String, String> files(Path place) throws IOException {
    var files = new TreeMap<String, String>();
    if (Files.exists(place)) {
      try (var all = Files.walk(place)) {
        for (var file : all.filter(Files::isRegularFile).toList()) {
          files.put(
              file.toString(), new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
        }
      }
    }
    return files;
  }

  /// The caller closes it.
  OllamaServer server() {
    return new OllamaServer(url);
  }

  void startServer() throws PortException {
    try (var wiring = wiring()) {
      wiring.serverProcess().start(url, Cancellation.NEVER);
    }
  }

  void stopServer() throws PortException {
    try (var wiring = wiring()) {
      wiring.serverProcess().stop();
    }
  }

  private Wiring wiring() {
    return Wiring.ofCommand(
        StartOptions.parse(List.of("--home", home.toString(), "--ollama", url.toString())),
        machine());
  }

  CommandRun run(String... words) {
    var all = new ArrayList<>(List.of("--home", home.toString(), "--ollama", url.toString()));
    all.addAll(List.of(words));
    return CommandRun.on(machine(), all.toArray(String[]::new));
  }

  /// A command that has to succeed.
  CommandRun well(String... words) {
    var run = run(words);
    assertThat(run.code()).as(String.join(" ", words) + "\n" + run.out() + run.err()).isZero();
    return run;
  }

  /// `doctor` for the project, with more words.
  CommandRun doctor(String... words) {
    var all = new ArrayList<>(List.of("doctor", "--project", project.toString(), "--json"));
    all.addAll(List.of(words));
    return run(all.toArray(String[]::new));
  }

  /// The checks that find more than a note.
  Set<String> wrong() {
    return findings()
        .filter(one -> Set.of("warning", "error").contains(one.path("severity").asString("")))
        .map(one -> one.path("id").asString())
        .collect(Collectors.toSet());
  }

  /// What a person who mends in the doctor's order begins with.
  String firstFixable() {
    return findings()
        .filter(one -> one.path("fixable").asBoolean())
        .map(one -> one.path("id").asString())
        .findFirst()
        .orElseThrow();
  }

  private Stream<JsonNode> findings() {
    return doctor().json().path("findings").values().stream();
  }

  /// How many fixes can be taken back.
  int treatments() throws IOException {
    var file = home.resolve(".local/state/switchyard/doctor.json");
    return Files.exists(file)
        ? new JsonMapper().readTree(Files.readString(file)).path("fixes").size()
        : 0;
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() throws IOException, PortException {
    cloud.close();
    try (var wiring = wiring()) {
      if (wiring.serverProcess().startedByUs()) {
        wiring.serverProcess().stop();
      }
    }
  }

  /// Everything that the doctor can know without a benchmark: only that tells how long a prompt
  /// takes.
  static void assertKnown(JsonNode examination) {
    assertThat(examination.path("unknown").values())
        .allSatisfy(reason -> assertThat(reason.asString()).contains("switchyard bench"));
  }
}
