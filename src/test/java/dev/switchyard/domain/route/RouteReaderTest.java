package dev.switchyard.domain.route;

import static dev.switchyard.domain.route.Destination.CLOUD;
import static dev.switchyard.domain.route.Destination.LOCAL;
import static dev.switchyard.domain.route.Destination.OTHER;
import static dev.switchyard.domain.route.Destination.UNUSABLE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.route.EffectiveRoute.Credential;
import dev.switchyard.domain.route.EffectiveRoute.Source;
import dev.switchyard.fake.FakeRepositories;
import dev.switchyard.fake.MemoryFiles;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RouteReaderTest {
  private static final Path HOME = Path.of("/home/ada");
  private static final Path MANAGED = Path.of("/etc/claude-code/managed-settings.json");
  private static final Path USER = HOME.resolve(".claude/settings.json");
  private static final Path PROJECT = HOME.resolve("src/app");
  private static final Path SHARED = PROJECT.resolve(".claude/settings.json");
  private static final Path PRIVATE = PROJECT.resolve(".claude/settings.local.json");
  private static final String LOCAL3 =
      "'ANTHROPIC_BASE_URL':'http://localhost:11434','ANTHROPIC_AUTH_TOKEN':'ollama','ANTHROPIC_API_KEY':''";
  private static final String BARE_URL = "'ANTHROPIC_BASE_URL':'http://localhost:11434'";

  private final MemoryFiles files = new MemoryFiles();
  private final FakeRepositories repositories = new FakeRepositories();
  private final Map<String, String> process = new HashMap<>();
  private Account account = Account.NONE;

  @Test
  void nothingSetMeansTheCloudWithoutCredential() throws PortException {
    var route = read();

    assertThat(route.destination()).isEqualTo(CLOUD);
    assertThat(route.baseUrl()).isEmpty();
    assertThat(route.model()).isEmpty();
    assertThat(route.credential()).isEqualTo(Credential.NONE);
    assertThat(route.problems()).isEmpty();
  }

  @Test
  void everyLayerBeatsTheNextKeyByKey() throws PortException {
    var layers = List.of(MANAGED, PRIVATE, SHARED, USER);
    for (int i = 0; i < layers.size(); i++) {
      env(layers.get(i), "'ANTHROPIC_BASE_URL':'http://localhost:" + (1 + i) + "'");
    }
    process.put("ANTHROPIC_BASE_URL", "http://localhost:5");
    for (int i = 0; i < layers.size(); i++) {
      assertThat(read().baseUrl()).isEqualTo("http://localhost:" + (1 + i));
      files.contents.remove(layers.get(i));
    }
    var last = read().values().get("ANTHROPIC_BASE_URL");
    assertThat(last).isNotNull();
    assertThat(last.value()).isEqualTo("http://localhost:5");
    assertThat(last.winner()).isEqualTo(Layer.PROCESS);
    assertThat(last.overruled()).isEmpty();
  }

  @Test
  void winnerAndLosersAreNamed() throws PortException {
    env(PRIVATE, LOCAL3);
    env(USER, BARE_URL);
    process.put("ANTHROPIC_BASE_URL", "");

    assertThat(read().values().get("ANTHROPIC_BASE_URL"))
        .isEqualTo(
            new EffectiveRoute.Setting(
                new Source(Layer.LOCAL, "http://localhost:11434", new Origin.SettingsFile(PRIVATE)),
                List.of(
                    new Source(Layer.USER, "http://localhost:11434", new Origin.SettingsFile(USER)),
                    new Source(
                        Layer.PROCESS,
                        "",
                        new Origin.Environment(
                            Message.of("route.feed.own"), Optional.empty(), Optional.empty())))));
  }

  @ParameterizedTest
  @CsvSource({
    "http://localhost:11434, LOCAL",
    "localhost:11434, LOCAL",
    "HTTP://LocalHost:11434/, LOCAL",
    "http://127.0.0.2:1, LOCAL",
    "http://[::1]:11434, LOCAL",
    "https://api.anthropic.com, CLOUD",
    "http://[0:0:0:0:0:0:0:1]:11434, LOCAL",
    "http://ada:pw@127.1:1/x, LOCAL",
    "http://0x7f.1:11434, LOCAL",
    "http://127.evil.com, OTHER",
    "http://127.0.0.1@evil.com, OTHER",
    "http://gpu_box:11434, OTHER",
    "http://bücher.example:11434, OTHER",
    "https://API.Anthropic.com/, CLOUD",
    "http://gpu.lan:11434/prefix, OTHER",
    "https://anthropic.com.evil.example, OTHER",
    "ftp://localhost, UNUSABLE",
    "http://, UNUSABLE",
    "null, UNUSABLE",
    "a b, UNUSABLE",
    "http://localhost:99999, UNUSABLE",
    "http://localhost%2eevil.com, OTHER",
    "http://localhost%2fevil.com, UNUSABLE",
  })
  void addressesAreTakenAsClaudeCodeTakesThem(String url, Destination destination)
      throws PortException {
    env(SHARED, "'ANTHROPIC_BASE_URL':'" + url + "'");

    assertThat(read().destination()).isEqualTo(destination);
  }

  @ParameterizedTest
  @CsvSource({"http://localhost:11434/v1", "http://localhost:11434/v1/", "localhost:1/x/v1"})
  void anAddressThatEndsInV1IsAProblem(String url) throws PortException {
    env(SHARED, "'ANTHROPIC_BASE_URL':'" + url + "'");

    assertThat(ids()).contains("url-ends-in-v1");
    assertThat(read().destination()).isEqualTo(LOCAL);
  }

  @Test
  void anEmptyAddressCancelsAWeakerOne() throws PortException {
    env(SHARED, "'ANTHROPIC_BASE_URL':''");
    process.put("ANTHROPIC_BASE_URL", "http://localhost:11434");

    assertThat(read().destination()).isEqualTo(CLOUD);
    assertThat(ids()).contains("url-cancelled");
  }

  @Test
  void aJsonNullBecomesAnUnusableAddress() throws PortException {
    env(SHARED, "'ANTHROPIC_BASE_URL':null");

    assertThat(read().destination()).isEqualTo(UNUSABLE);
    assertThat(ids()).contains("url-unusable", "value-not-text");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "{ // comment|CLOUD",
        "[]|CLOUD",
        "{'env':{'ANTHROPIC_BASE_URL':'http://localhost:1'},'model':7}|CLOUD",
        "{'env':{'ANTHROPIC_BASE_URL':'http://localhost:1'},'statusLine':true}|CLOUD",
        "{'env':{'ANTHROPIC_BASE_URL':'http://localhost:1'},'permissions':{'defaultMode':'never'}}|CLOUD"
      })
  void aFileThatClaudeCodeSkipsDoesNotRoute(String text, Destination destination)
      throws PortException {
    file(SHARED, text);
    process.put("ANTHROPIC_API_KEY", "sk-ant-real");

    assertThat(read().destination()).isEqualTo(destination);
    assertThat(read().credential()).isEqualTo(Credential.CLOUD);
    assertThat(read().problems().getFirst().id()).isEqualTo("settings-invalid");
    assertThat(read().hasErrors()).isTrue();
  }

  /// Rows: what the person has; columns: base URL only, with a token, with an empty key too, with a
  /// key helper too.
  @ParameterizedTest
  @CsvSource({
    "login,        CLOUD, PLACEHOLDER, PLACEHOLDER, PLACEHOLDER",
    "oauth,        CLOUD, PLACEHOLDER, PLACEHOLDER, PLACEHOLDER",
    "processKey,   CLOUD, CLOUD,       PLACEHOLDER, PLACEHOLDER",
    "userKey,      CLOUD, CLOUD,       PLACEHOLDER, PLACEHOLDER",
    "processToken, CLOUD, PLACEHOLDER, PLACEHOLDER, PLACEHOLDER",
    "consoleKey,   CLOUD, CLOUD,       CLOUD,       PLACEHOLDER",
    "userHelper,   CLOUD, CLOUD,       CLOUD,       PLACEHOLDER",
    "headers,      CLOUD, CLOUD,       CLOUD,       CLOUD",
    "nothing,      NONE,  PLACEHOLDER, PLACEHOLDER, PLACEHOLDER",
  })
  void theCredentialTable(
      String has, Credential url, Credential token, Credential key, Credential helper)
      throws PortException {
    switch (has) {
      case "login" -> account = new Account(true, Known.of(false));
      case "oauth" -> process.put("CLAUDE_CODE_OAUTH_TOKEN", "real");
      case "processKey" -> process.put("ANTHROPIC_API_KEY", "real");
      case "userKey" -> env(USER, "'ANTHROPIC_API_KEY':'real'");
      case "processToken" -> process.put("ANTHROPIC_AUTH_TOKEN", "real");
      case "consoleKey" -> account = new Account(false, Known.of(true));
      case "userHelper" -> file(USER, "{'apiKeyHelper':'/bin/secret'}");
      case "headers" -> process.put("ANTHROPIC_CUSTOM_HEADERS", "x-team: real");
      default -> {}
    }
    var urlOnly = "'ANTHROPIC_BASE_URL':'http://localhost:1'";
    assertThat(credentialWith("{'env':{" + urlOnly + "}}")).isEqualTo(url);
    var withToken = urlOnly + ",'ANTHROPIC_AUTH_TOKEN':'ollama'";
    assertThat(credentialWith("{'env':{" + withToken + "}}")).isEqualTo(token);
    var withKey = withToken + ",'ANTHROPIC_API_KEY':''";
    assertThat(credentialWith("{'env':{" + withKey + "}}")).isEqualTo(key);
    assertThat(credentialWith("{'apiKeyHelper':'echo ollama','env':{" + withKey + "}}"))
        .isEqualTo(helper);
  }

  @Test
  void aLeakIsAnErrorAndItsValueIsNotShown() throws PortException {
    env(SHARED, BARE_URL);
    process.put("ANTHROPIC_API_KEY", "sk-ant-very-secret");

    assertThat(ids()).contains("credential-leak");
    assertThat(read().toString()).doesNotContain("very-secret");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"http://gpu_box:11434", "http://bücher.example", "http://127.evil.com", "ftp://x"})
  void aLeakIsReportedWhereverRequestsGoButToTheCloud(String url) throws PortException {
    env(SHARED, "'ANTHROPIC_BASE_URL':'" + url + "'");
    process.put("ANTHROPIC_API_KEY", "sk-ant-real");

    assertThat(ids()).contains("credential-leak");
  }

  @ParameterizedTest
  @CsvSource({
    "bob:secret@proxy:3128, ••••••@proxy:3128",
    "http://bob:secret@proxy:3128, http://••••••@proxy:3128",
    "http://bob:se@cret@proxy:3128, http://••••••@proxy:3128",
    "bob:secret/x@proxy:3128, ••••••@proxy:3128",
    "socks5://bob:secret@proxy, socks5://••••••@proxy",
    "http://proxy/@scope, http://proxy/@scope",
  })
  void aPasswordInAnAddressIsNotShown(String proxy, String shown) throws PortException {
    process.put("HTTPS_PROXY", proxy);

    assertThat(read().values().get("HTTPS_PROXY").value()).isEqualTo(shown);
  }

  @Test
  void aFileThatCannotBeReadIsNamedAndDoesNotRoute() throws PortException {
    files.unreadable.put(SHARED, PortException.Kind.FAILED);

    assertThat(read().destination()).isEqualTo(CLOUD);
    assertThat(ids()).contains("settings-invalid");
  }

  @Test
  void aKeyShieldsASavedOneOnlyWhenItIsAllowed() throws PortException {
    account = new Account(false, Known.of(true));
    env(SHARED, BARE_URL + ",'ANTHROPIC_API_KEY':'ollama'");
    assertThat(ids()).contains("saved-key-asks");

    file(SHARED, "{'apiKeyHelper':'echo ollama','env':{" + LOCAL3 + "}}");
    assertThat(ids()).doesNotContain("saved-key-asks");
  }

  @Test
  void aKeyThatMayBeSavedIsAWarning() throws PortException {
    account = new Account(false, Known.unknown(Message.of("claude.keychain")));
    env(SHARED, LOCAL3);
    assertThat(ids()).contains("saved-key-unknown").doesNotContain("credential-leak");

    file(SHARED, "{'apiKeyHelper':'echo ollama','env':{" + LOCAL3 + "}}");
    assertThat(ids()).doesNotContain("saved-key-unknown");
  }

  @Test
  void aTokenBesideItsOwnAddressBelongsToThatServer() throws PortException {
    env(
        PRIVATE,
        "'ANTHROPIC_BASE_URL':'https://gateway.example','ANTHROPIC_AUTH_TOKEN':'for-the-gateway'");

    assertThat(read().destination()).isEqualTo(OTHER);
    assertThat(read().credential()).isEqualTo(Credential.PLACEHOLDER);
    assertThat(read().toString()).doesNotContain("for-the-gateway");
  }

  @Test
  void aPlaceholderIsRefusedByTheCloud() throws PortException {
    env(USER, "'ANTHROPIC_AUTH_TOKEN':'ollama'");

    assertThat(read().credential()).isEqualTo(Credential.PLACEHOLDER);
    assertThat(ids()).contains("placeholder-to-cloud");
  }

  @Test
  void anEmptyKeyHidesTheRealOne() throws PortException {
    env(SHARED, "'ANTHROPIC_API_KEY':''");
    process.put("ANTHROPIC_API_KEY", "real");

    assertThat(ids()).contains("key-hidden");
  }

  @ParameterizedTest
  @CsvSource({
    "CLAUDE_CODE_USE_BEDROCK,1",
    "CLAUDE_CODE_USE_VERTEX,true",
    "CLAUDE_CODE_USE_FOUNDRY,1"
  })
  void aCloudProviderIgnoresTheAddress(String name, String value) throws PortException {
    env(SHARED, LOCAL3);
    process.put(name, value);

    assertThat(read().destination()).isEqualTo(CLOUD);
    assertThat(ids()).contains("cloud-provider");

    env(SHARED, LOCAL3 + ",'" + name + "':'0'");
    assertThat(read().destination()).isEqualTo(LOCAL);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "HTTP_PROXY|-|-|true",
        "https_proxy|-|-|true",
        "ALL_PROXY|-|-|true",
        "HTTP_PROXY|NO_PROXY|localhost|false",
        "HTTP_PROXY|NO_PROXY|a.b localhost|false",
        "HTTP_PROXY|NO_PROXY|*|false",
        "HTTP_PROXY|NO_PROXY|.LOCALHOST|false",
        "HTTP_PROXY|NO_PROXY|localhost:11434|false",
        "HTTP_PROXY|NO_PROXY|localhost:1|true",
        "HTTP_PROXY|NO_PROXY|127.0.0.1|true",
        "HTTP_PROXY|NO_PROXY|calhost|true",
        "HTTP_PROXY|no_proxy|localhost|false",
      })
  void aProxyCatchesPlainRequestsUnlessTheHostIsExempt(
      String proxy, String exempt, String list, boolean caught) throws PortException {
    env(SHARED, LOCAL3);
    process.put(proxy, "http://proxy.example:3128");
    if (exempt != null) {
      process.put(exempt, list);
    }

    assertThat(ids().contains("proxy-catches")).isEqualTo(caught);
  }

  @Test
  void lowerCaseNoProxyIsAskedFirst() throws PortException {
    env(SHARED, LOCAL3 + ",'NO_PROXY':'localhost'");
    process.put("HTTP_PROXY", "http://proxy.example:3128");
    process.put("no_proxy", "example.com");

    assertThat(ids()).contains("proxy-catches");
  }

  @Test
  void managedSettingsThatContradictAreAnError() throws PortException {
    env(SHARED, LOCAL3);
    env(MANAGED, "'ANTHROPIC_BASE_URL':'https://gateway.example'");

    assertThat(read().destination()).isEqualTo(OTHER);
    assertThat(ids()).contains("managed-settings");
    assertThat(read().hasErrors()).isTrue();
  }

  @Test
  void theModelComesFromTheEnvironmentBeforeTheModelKey() throws PortException {
    file(SHARED, "{'model':'from-key'}");
    assertThat(read().model()).contains("from-key");
    process.put("ANTHROPIC_MODEL", "from-process");
    assertThat(read().model()).contains("from-process");
    env(USER, "'ANTHROPIC_MODEL':'from-user'");
    assertThat(read().model()).contains("from-user");
  }

  @ParameterizedTest
  @CsvSource({
    "claude-sonnet-4-6, true",
    "sonnet, true",
    "opus[1m], true",
    "claude-haiku-5-5, true",
    "gemma4-claude, false",
    "claude-foo, false",
    "qwen3-coder:30b, false"
  })
  void localModelsNamedLikeClaudesAreNamed(String model, boolean like) throws PortException {
    file(SHARED, "{'model':'" + model + "','env':{" + LOCAL3 + "}}");
    assertThat(ids().contains("model-like-claude")).isEqualTo(like);
    file(SHARED, "{'model':'" + model + "'}");
    assertThat(ids().contains("model-not-in-cloud")).isEqualTo(!like);
  }

  @Test
  void aLocalRouteWithoutModelAsksForOneThatIsNotThere() throws PortException {
    env(SHARED, LOCAL3);

    assertThat(ids()).contains("model-missing", "tiers-not-routed");
  }

  @Test
  void theLocalFileOfTheGitRootCountsInSubfoldersAndWorktrees() throws PortException {
    repositories.main(PROJECT).worktree(HOME.resolve("src/app-fix"), PROJECT);
    env(PRIVATE, LOCAL3);

    assertThat(read(PROJECT.resolve("sub/deep")).destination()).isEqualTo(LOCAL);
    assertThat(read(HOME.resolve("src/app-fix")).destination()).isEqualTo(LOCAL);
  }

  @Test
  void theSharedFileCountsInItsVeryFolderOnly() throws PortException {
    repositories.main(PROJECT);
    env(SHARED, LOCAL3);
    var sub = PROJECT.resolve("sub");

    assertThat(read(sub).destination()).isEqualTo(CLOUD);
    assertThat(read(sub).problems()).extracting(EffectiveRoute.Problem::id).contains("subfolder");
    assertThat(read().problems())
        .extracting(EffectiveRoute.Problem::id)
        .doesNotContain("subfolder");
  }

  @Test
  void aLocalFileBetweenTheFolderAndTheRootIsPassedOver() throws PortException {
    var sub = PROJECT.resolve("sub");
    var deep = sub.resolve("deep");
    env(sub.resolve(".claude/settings.local.json"), LOCAL3);
    repositories.main(PROJECT);

    assertThat(read(sub).destination()).isEqualTo(LOCAL);
    assertThat(read(deep).destination()).isEqualTo(CLOUD);
    assertThat(read(deep).problems())
        .extracting(EffectiveRoute.Problem::id)
        .contains("subfolder-local");
  }

  @Test
  void numbersAndBooleansAreUsedAsText() throws PortException {
    env(SHARED, LOCAL3 + ",'CLAUDE_CODE_MAX_CONTEXT_TOKENS':65536");

    assertThat(read().values().get("CLAUDE_CODE_MAX_CONTEXT_TOKENS").value()).isEqualTo("65536");
    assertThat(ids()).contains("value-not-text");
  }

  @Test
  void theDefaultRouteHasNoProject() throws PortException {
    env(USER, LOCAL3);

    assertThat(reader().readDefault().destination()).isEqualTo(LOCAL);
  }

  private Credential credentialWith(String shared) throws PortException {
    file(SHARED, shared);
    return read().credential();
  }

  private void env(Path file, String env) {
    file(file, "{'env':{" + env + "}}");
  }

  private void file(Path file, String text) {
    files.put(file, text.replace('\'', '"'));
  }

  private List<String> ids() throws PortException {
    return read().problems().stream().map(EffectiveRoute.Problem::id).toList();
  }

  private EffectiveRoute read() throws PortException {
    return read(PROJECT);
  }

  private EffectiveRoute read(Path folder) throws PortException {
    return reader().read(folder);
  }

  private SettingsRouteReader reader() {
    return new SettingsRouteReader(
        files, repositories, () -> account, new ClaudeSurroundings(HOME, MANAGED, USER, process));
  }
}
