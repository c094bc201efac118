package dev.switchyard.domain.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.OperatingSystem;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.endpoint.EndpointKind;
import dev.switchyard.domain.endpoint.EndpointUrl;
import dev.switchyard.domain.endpoint.profile.EndpointProfile;
import dev.switchyard.domain.endpoint.profile.TimeLimits;
import dev.switchyard.domain.endpoint.profile.TokenSource;
import dev.switchyard.domain.route.EffectiveRoute.Credential;
import dev.switchyard.domain.route.RouteRequest.LocalTarget;
import dev.switchyard.fake.FakeRepositories;
import dev.switchyard.fake.MemoryFiles;
import dev.switchyard.fake.MemoryJournal;
import dev.switchyard.fake.MemoryVersions;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EndpointRouteTest {
  private static final Clock CLOCK = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
  private static final Path HOME = Path.of("/home/ada");
  private static final Path USER = HOME.resolve(".claude/settings.json");
  private static final Path PROJECT = HOME.resolve("src/app");
  private static final Path SHARED = PROJECT.resolve(".claude/settings.json");
  private static final Path PRIVATE = PROJECT.resolve(".claude/settings.local.json");

  private static final RouteEndpoint TEAM =
      endpoint("team", "https://llm.team.example", new TokenSource.Variable("TEAM_LLM_TOKEN"));
  private static final RouteEndpoint VAULT =
      endpoint("vault", "http://gpu-box:4000/llm", new TokenSource.Command("pass show llm"));
  private static final RouteEndpoint BOX =
      endpoint("box", "http://127.0.0.1:11435", new TokenSource.None());
  private static final RouteEndpoint STUDIO =
      endpoint("studio", "http://127.0.0.1:1234", new TokenSource.Literal("lmstudio-2"));
  private static final List<RouteEndpoint> ALL = List.of(TEAM, VAULT, BOX, STUDIO);

  private final MemoryFiles files = new MemoryFiles();
  private final MemoryJournal journal = new MemoryJournal();
  private final Map<String, String> process = new HashMap<>();
  private Account account = Account.NONE;

  @BeforeEach
  void folders() {
    files.folders.add(HOME);
    files.folders.add(PROJECT);
  }

  @Test
  void aVariablesTokenIsPrintedByAHelperAndNoOtherCredentialIsLeft() throws PortException {
    var route = to(TEAM, Optional.empty());

    assertThat(files.text(SHARED).orElseThrow())
        .contains("\"apiKeyHelper\": \"printenv TEAM_LLM_TOKEN\"")
        .contains("\"ANTHROPIC_AUTH_TOKEN\": \"\"")
        .contains("\"ANTHROPIC_API_KEY\": \"\"");
    assertThat(route.credential()).isEqualTo(Credential.PLACEHOLDER);
    assertThat(route.credentialSource()).contains(new TokenSource.Variable("TEAM_LLM_TOKEN"));
    assertThat(route.endpoint()).contains(TEAM);
    assertThat(ids(route)).doesNotContain("credential-leak", "no-credential");
  }

  @Test
  void anEnvironmentFullOfCloudCredentialsChangesNothingOfThat() throws PortException {
    account = new Account(true, Known.of(true));
    process.put("ANTHROPIC_API_KEY", "sk-ant-made-up");
    process.put("ANTHROPIC_AUTH_TOKEN", "sk-ant-made-up");
    process.put("CLAUDE_CODE_OAUTH_TOKEN", "sk-ant-oat-made-up");
    process.put("ANTHROPIC_CUSTOM_HEADERS", "x-custom: sk-ant-made-up");
    files.put(USER, "{\"apiKeyHelper\":\"print-the-clouds-key\"}");
    for (var endpoint : ALL) {
      var route = to(endpoint, Optional.empty());
      assertThat(route.credential()).as(endpoint.name()).isEqualTo(Credential.PLACEHOLDER);
      assertThat(route.credentialSource()).contains(endpoint.profile().token());
    }
  }

  @Test
  void aCommandOfThisMachineStaysInAFileOfThePersonsOwn() throws PortException {
    var plan = switcher().plan(request(VAULT, Optional.empty()));

    assertThat(plan.changes()).extracting(change -> change.file()).containsExactly(PRIVATE);
    assertThat(plan.notes())
        .extracting(note -> note.key())
        .contains("route.note.own-file", "route.note.token-in-clear");
    assertThat(switcher().plan(request(VAULT, Optional.of(Scope.PROJECT))).notes())
        .extracting(note -> note.key())
        .contains("route.note.shared-command");
  }

  @Test
  void anotherRoutesHelperNeverServesThisOne() throws PortException {
    to(TEAM, Optional.of(Scope.PROJECT));
    var route = to(BOX, Optional.of(Scope.LOCAL));

    assertThat(files.text(PRIVATE).orElseThrow()).contains("\"apiKeyHelper\": \"echo ollama\"");
    assertThat(route.credentialSource()).contains(new TokenSource.None());
  }

  @Test
  void aHelperInAnotherLayerThanTheAddressIsTakenForTheClouds() throws PortException {
    files.put(USER, "{\"apiKeyHelper\":\"printenv TEAM_LLM_TOKEN\"}");
    files.put(SHARED, "{\"env\":{\"ANTHROPIC_BASE_URL\":\"https://llm.team.example\"}}");

    var route = reader().read(PROJECT);

    assertThat(ids(route)).contains("credential-leak", "endpoint-token-missing");
    assertThat(route.credentialSource()).isEmpty();
  }

  @Test
  void theCloudDoesNotGetTheTokenOfADefaultRoute() throws PortException {
    apply(RouteRequest.local(HOME, Optional.of(Scope.USER), target(TEAM)));
    var route = apply(RouteRequest.cloud(PROJECT, Optional.empty(), Optional.empty()));

    assertThat(files.text(SHARED).orElseThrow()).contains("\"apiKeyHelper\": \"\"");
    assertThat(ids(route)).doesNotContain("endpoint-token-to-cloud");
  }

  @Test
  void whatIsLeftOfARouteToTheTokenIsNamedBeforeTheCloudGetsIt() throws PortException {
    files.put(SHARED, "{\"apiKeyHelper\":\"printenv TEAM_LLM_TOKEN\"}");

    assertThat(ids(reader().read(PROJECT))).contains("endpoint-token-to-cloud");
  }

  @Test
  void aCertificateFileAndALongAnswerGoIntoTheRoute() throws PortException {
    var profile =
        new EndpointProfile(
            "slow",
            EndpointKind.VLLM,
            EndpointUrl.parse("https://slow.example").orElseThrow(),
            new TokenSource.None(),
            Optional.of(Path.of("/etc/team ca.pem")),
            new TimeLimits(Duration.ofSeconds(5), Duration.ofMinutes(50)));
    to(new RouteEndpoint(profile, OperatingSystem.LINUX), Optional.empty());

    assertThat(files.text(PRIVATE).orElseThrow())
        .contains("\"NODE_EXTRA_CA_CERTS\": \"/etc/team ca.pem\"")
        .contains("\"API_TIMEOUT_MS\": \"3000000\"");
  }

  @Test
  void aProxyIsKeptFromAnEndpointOfAnotherHost() throws PortException {
    process.put("HTTP_PROXY", "http://proxy.example:3128");
    to(VAULT, Optional.empty());

    assertThat(files.text(PRIVATE).orElseThrow()).contains("\"NO_PROXY\": \"gpu-box\"");
  }

  @Test
  void whateverIsSwitchedTheFilesComeBackAndNoTokenGoesElsewhere() throws PortException {
    for (long seed = 1; seed <= 60; seed++) {
      var random = new Random(seed);
      var shared = "{\n  \"apiKeyHelper\": \"mine\",\n  \"env\": { \"KEEP\": \"1\" }\n}\n";
      var own =
          random.nextBoolean() ? Optional.of("{\"model\":\"opus\"}") : Optional.<String>empty();
      files.put(SHARED, shared);
      own.ifPresent(text -> files.put(PRIVATE, text));
      for (int step = 0; step < 6; step++) {
        switch (random.nextInt(4)) {
          case 0 -> switcher().undo();
          case 1 -> apply(RouteRequest.cloud(PROJECT, Optional.empty(), Optional.empty()));
          default -> {
            var endpoint = ALL.get(random.nextInt(ALL.size()));
            var scope = random.nextBoolean() ? Scope.LOCAL : Scope.PROJECT;
            var route = apply(request(endpoint, Optional.of(scope)));
            boolean overruled = !route.endpoint().equals(Optional.of(endpoint));
            assertThat(route.credential())
                .as("seed %s, %s", seed, endpoint.name())
                .isEqualTo(Credential.PLACEHOLDER);
            assertThat(overruled || route.credentialSource().isPresent())
                .as("seed %s, %s", seed, endpoint.name())
                .isTrue();
          }
        }
      }
      apply(RouteRequest.inherit(PROJECT, Optional.empty()));

      assertThat(files.text(SHARED)).as("seed %s", seed).contains(shared);
      assertThat(files.text(PRIVATE)).as("seed %s", seed).isEqualTo(own);
      files.contents.remove(PRIVATE);
    }
  }

  @Test
  void aTokenThatTheRouteDoesNotGiveIsMissed() throws PortException {
    apply(
        RouteRequest.local(
            PROJECT,
            Optional.empty(),
            new LocalTarget(TEAM.profile().url().toString(), "m", 65_536)));

    assertThat(ids(reader().read(PROJECT))).contains("endpoint-token-missing");
  }

  @Test
  void onWindowsTheVariableIsPrintedByItsOwnShell() {
    assertThat(new RouteEndpoint(TEAM.profile(), OperatingSystem.WINDOWS).helper())
        .contains("echo %TEAM_LLM_TOKEN%");
  }

  @Test
  void noWordThatLooksLikeASecretGetsIntoAProfileAtAll() {
    assertThatThrownBy(() ->
            EndpointProfile.of(
                "x",
                EndpointKind.GATEWAY,
                EndpointUrl.DEFAULT,
                new TokenSource.Literal("sk-made-up-123"),
                Optional.empty(),
                TimeLimits.USUAL))
        .isInstanceOf(PortException.class);
  }

  private static RouteEndpoint endpoint(String name, String url, TokenSource token) {
    return new RouteEndpoint(
        new EndpointProfile(
            name,
            EndpointKind.GATEWAY,
            EndpointUrl.parse(url).orElseThrow(),
            token,
            Optional.empty(),
            TimeLimits.USUAL),
        OperatingSystem.LINUX);
  }

  private static LocalTarget target(RouteEndpoint endpoint) {
    return new LocalTarget(endpoint.profile().url().toString(), "qwen", 65_536)
        .with(Optional.of(endpoint));
  }

  private static RouteRequest request(RouteEndpoint endpoint, Optional<Scope> scope) {
    return RouteRequest.local(PROJECT, scope, target(endpoint));
  }

  private EffectiveRoute to(RouteEndpoint endpoint, Optional<Scope> scope) throws PortException {
    return apply(request(endpoint, scope));
  }

  private EffectiveRoute apply(RouteRequest request) throws PortException {
    return switcher().apply(switcher().plan(request));
  }

  private static List<String> ids(EffectiveRoute route) {
    return route.problems().stream().map(EffectiveRoute.Problem::id).toList();
  }

  private SwitchRoute switcher() {
    return new SwitchRoute(
        files,
        new FakeRepositories(),
        reader(),
        new JournaledFiles(files, journal, new MemoryVersions(), CLOCK),
        surroundings(),
        List::of,
        CLOCK);
  }

  private SettingsRouteReader reader() {
    return new SettingsRouteReader(
        files,
        new FakeRepositories(),
        () -> account,
        surroundings(),
        _ -> StartEnvironment.own(process),
        () -> ALL);
  }

  private ClaudeSurroundings surroundings() {
    return new ClaudeSurroundings(
        HOME, Path.of("/etc/claude-code/managed-settings.json"), USER, process);
  }
}
