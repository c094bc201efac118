package dev.switchyard.domain.doctor;

import dev.switchyard.domain.FileChange;
import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.OperatingSystem;
import dev.switchyard.domain.Surroundings;
import dev.switchyard.domain.context.CheckContext;
import dev.switchyard.domain.context.ContextContract;
import dev.switchyard.domain.doctor.ServerEnvironment.Placed;
import dev.switchyard.domain.doctor.ServerEnvironment.Starter;
import dev.switchyard.domain.doctor.ServerFacts.Reply;
import dev.switchyard.domain.doctor.ServerHost.WindowsServer;
import dev.switchyard.domain.endpoint.EndpointUrl;
import dev.switchyard.domain.endpoint.Version;
import dev.switchyard.domain.fit.FitEstimator;
import dev.switchyard.domain.fit.FitReport;
import dev.switchyard.domain.fit.Hardware;
import dev.switchyard.domain.fit.LoadOptions;
import dev.switchyard.domain.fit.ModelShape;
import dev.switchyard.domain.launch.Program;
import dev.switchyard.domain.launch.shell.Shells;
import dev.switchyard.domain.model.Capability;
import dev.switchyard.domain.model.InstalledModel;
import dev.switchyard.domain.model.LoadedModel;
import dev.switchyard.domain.model.ModelName;
import dev.switchyard.domain.modelfile.Modelfile;
import dev.switchyard.domain.route.Destination;
import dev.switchyard.domain.route.EffectiveRoute;
import dev.switchyard.domain.route.Journal;
import dev.switchyard.domain.route.Layer;
import dev.switchyard.domain.route.Origin;
import dev.switchyard.domain.route.RouteChoice;
import dev.switchyard.domain.route.RoutePlan;
import dev.switchyard.domain.route.RouteRequest;
import dev.switchyard.domain.route.RoutesByStart;
import dev.switchyard.domain.route.Scope;
import dev.switchyard.domain.route.SettingsVersion;
import dev.switchyard.domain.route.StartedFrom;
import dev.switchyard.domain.session.SessionReport;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A machine and a project in which all is well, for a test to break one thing of.
final class MachineScene {
  static final Message REASON = Message.of("reason");
  static final Path FOLDER = Path.of("/src/app");
  static final Path SETTINGS = FOLDER.resolve(".claude/settings.json");
  static final EndpointUrl URL = EndpointUrl.DEFAULT;
  static final EndpointUrl OTHER_URL = EndpointUrl.parse("http://localhost:11500").orElseThrow();
  static final Instant NOW = Instant.parse("2026-04-20T09:00:00Z");
  static final String MODEL = "gemma4-claude";
  private static final List<String> MODEL_KEYS =
      List.of(
          "ANTHROPIC_MODEL",
          "ANTHROPIC_DEFAULT_OPUS_MODEL",
          "ANTHROPIC_DEFAULT_SONNET_MODEL",
          "ANTHROPIC_DEFAULT_HAIKU_MODEL",
          "ANTHROPIC_DEFAULT_FABLE_MODEL",
          "ANTHROPIC_SMALL_FAST_MODEL",
          "CLAUDE_CODE_SUBAGENT_MODEL");

  Known<Optional<Program>> claude = Known.of(Optional.of(program("claude", 2, 1, 330)));
  Known<Optional<Program>> ollama = Known.of(Optional.of(program("ollama", 0, 33, 0)));
  EndpointUrl url = URL;
  Known<Reply> reply = Known.of(new Reply.Ollama(Version.of(0, 33, 0)));
  Known<List<InstalledModel>> models = Known.of(List.of(model(MODEL, 65_536)));
  Known<List<LoadedModel>> loaded = Known.of(List.of());
  Optional<ServerFacts> elsewhere = Optional.empty();
  Known<Optional<String>> portOwner = Known.of(Optional.of("/usr/bin/python3 (4711)"));
  Known<Boolean> service = Known.of(false);
  Known<ServerEnvironment> environment =
      Known.of(environment(Starter.PERSON, Map.of("OLLAMA_CONTEXT_LENGTH", "65536")));
  Known<Map<String, Placed>> shell = Known.of(Map.of());
  Known<List<String>> listening = Known.of(List.of("127.0.0.1"));
  Known<Optional<WindowsServer>> windows = Known.of(Optional.empty());
  Known<PromptReading> reading = Known.of(new PromptReading(16_000, true, 500));
  Known<List<Rival>> rivals = Known.of(List.of());
  Known<Long> freeBytes = Known.of(100_000_000_000L);
  Known<Long> unfinishedBytes = Known.of(0L);
  Known<Optional<Modelfile>> modelfile = Known.of(Optional.empty());
  Known<Optional<FitReport>> fit = fit(80L << 30);
  Known<Optional<BuiltOn>> base = Known.of(Optional.empty());
  Destination destination = Destination.LOCAL;
  Optional<String> model = Optional.of(MODEL);
  final Map<String, String> settings = new LinkedHashMap<>();
  final List<EffectiveRoute.Problem> problems = new ArrayList<>();
  Optional<Message> routeUnknown = Optional.empty();
  Optional<EffectiveRoute> fromVsCode = Optional.empty();
  Optional<EffectiveRoute> fromDesktop = Optional.empty();
  Known<Optional<RouteChoice>> chosen = Known.of(Optional.of(RouteChoice.LOCAL));
  Known<List<SettingsVersion>> readable = Known.of(List.of());
  Known<List<Path>> committed = Known.of(List.of());
  Known<Boolean> trusted = Known.of(true);
  Known<List<SessionReport>> sessions = Known.of(List.of());

  /// Writing the route gives all that is well.
  boolean repairable = true;

  MachineScene() {
    settings.put("ANTHROPIC_BASE_URL", URL.toString());
    settings.put("ANTHROPIC_AUTH_TOKEN", EffectiveRoute.HIDDEN);
    MODEL_KEYS.forEach(key -> settings.put(key, MODEL));
    settings.put("CLAUDE_CODE_MAX_CONTEXT_TOKENS", "65536");
    settings.put("CLAUDE_CODE_ATTRIBUTION_HEADER", "0");
    settings.put("CLAUDE_CODE_TOTAL_TOKENS_REMINDER", "off");
  }

  static ServerEnvironment environment(Starter starter, Map<String, String> variables) {
    return new ServerEnvironment(starter, placed(variables));
  }

  static Map<String, Placed> placed(Map<String, String> variables) {
    var placed = new LinkedHashMap<String, Placed>();
    variables.forEach((name, value) -> placed.put(name, new Placed(value, REASON)));
    return placed;
  }

  static Program program(String name, int major, int minor, int patch) {
    return new Program(
        Path.of("/usr/bin", name), Known.of(Version.of(major, minor, patch)), true, List.of());
  }

  static InstalledModel model(String name, int context) {
    return model(name, context, 131_072, EnumSet.allOf(Capability.class), "", NOW);
  }

  static InstalledModel model(
      String name,
      int context,
      int trained,
      Set<Capability> capabilities,
      String remoteHost,
      Instant modified) {
    return new InstalledModel(
        ModelName.of(name),
        18_000_000_000L,
        "digest of " + name,
        modified,
        "gemma4",
        "25.2B",
        "Q4_K_M",
        Known.of(trained),
        context > 0
            ? Known.of(context)
            : Known.unknown(Message.of("server.unknown.configured-context")),
        Known.of(capabilities),
        remoteHost,
        "");
  }

  /// Of a small model of the family of Llama.
  static Known<Optional<FitReport>> fit(long vram) {
    var shape =
        new ModelShape(
            "llama",
            Map.of(
                "general.architecture", "llama",
                "llama.block_count", 32L,
                "llama.context_length", 131_072L,
                "llama.embedding_length", 4_096L,
                "llama.feed_forward_length", 14_336L,
                "llama.attention.head_count", 32L,
                "llama.attention.head_count_kv", 8L),
            List.of(),
            5_000_000_000L);
    return new FitEstimator(Version.of(0, 33, 0), Hardware.of(64L << 30, vram))
        .estimate(shape, LoadOptions.of(131_072))
        .map(Optional::of);
  }

  MachineScene with(String id, EffectiveRoute.Severity severity) {
    problems.add(new EffectiveRoute.Problem(id, severity, REASON));
    return this;
  }

  EffectiveRoute route() {
    var values = new LinkedHashMap<String, EffectiveRoute.Setting>();
    settings.forEach((key, value) ->
        values.put(
            key,
            new EffectiveRoute.Setting(
                new EffectiveRoute.Source(Layer.PROJECT, value, new Origin.SettingsFile(SETTINGS)),
                List.of())));
    return new EffectiveRoute(
        FOLDER,
        destination,
        settings.getOrDefault("ANTHROPIC_BASE_URL", ""),
        model,
        EffectiveRoute.Credential.PLACEHOLDER,
        values,
        problems);
  }

  MachineFacts facts() {
    var server = new ServerFacts(url, reply, models, loaded);
    var route = route();
    return new MachineFacts(
        OperatingSystem.LINUX,
        Shells.usual(new Surroundings(OperatingSystem.LINUX, Map.of(), Path.of("/home/me"))),
        NOW,
        claude,
        ollama,
        server,
        elsewhere,
        portOwner,
        service,
        new ServerHost(environment, shell, listening, windows),
        new DiskFacts(freeBytes, unfinishedBytes),
        new ModelFacts(
            destination.leavesCloud() ? model.map(ModelName::of) : Optional.empty(),
            modelfile,
            context(route),
            fit,
            base,
            reading,
            rivals),
        project(route));
  }

  private Known<Optional<ContextContract>> context(EffectiveRoute route) {
    if (routeUnknown.isPresent()) {
      return Known.unknown(routeUnknown.get());
    }
    if (!route.destination().leavesCloud()) {
      return Known.of(Optional.empty());
    }
    if (models instanceof Known.Unknown<List<InstalledModel>>(var reason)) {
      return Known.unknown(reason);
    }
    var contexts =
        new CheckContext(
            _ -> Optional.empty(),
            _ -> {
              throw new AssertionError("asked a server");
            });
    return Known.of(
        Optional.of(
            contexts.of(
                route, models.toOptional().orElseThrow(), loaded.toOptional().orElse(List.of()))));
  }

  private ProjectFacts project(EffectiveRoute route) {
    return new ProjectFacts(
        FOLDER,
        routeUnknown
            .<Known<RoutesByStart>>map(Known::unknown)
            .orElseGet(() -> Known.of(routes(route))),
        chosen,
        repairable ? Known.of(repair()) : Known.unknown(REASON),
        readable,
        committed,
        trusted,
        sessions);
  }

  private RoutesByStart routes(EffectiveRoute route) {
    var routes = new EnumMap<>(RoutesByStart.same(route).routes());
    fromVsCode.ifPresent(other -> routes.put(StartedFrom.VSCODE, other));
    fromDesktop.ifPresent(other -> routes.put(StartedFrom.DESKTOP, other));
    return new RoutesByStart(routes);
  }

  private static RoutePlan repair() {
    var well = new MachineScene();
    var request =
        RouteRequest.local(
            FOLDER,
            Optional.of(Scope.PROJECT),
            new RouteRequest.LocalTarget(URL.toString(), MODEL, 65_536));
    var change = FileChange.of(SETTINGS, Optional.empty(), Optional.of(new byte[] {1}));
    return new RoutePlan(
        request, List.of(change), Journal.EMPTY, well.route(), List.of(), List.of());
  }
}
