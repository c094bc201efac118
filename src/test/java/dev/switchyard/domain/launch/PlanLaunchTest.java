package dev.switchyard.domain.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchyard.domain.Home;
import dev.switchyard.domain.OperatingSystem;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.Surroundings;
import dev.switchyard.domain.launch.LaunchRequest.Task;
import dev.switchyard.domain.route.Account;
import dev.switchyard.domain.route.ClaudeStart;
import dev.switchyard.domain.route.EffectiveRoute;
import dev.switchyard.domain.route.Layer;
import dev.switchyard.domain.route.LocalRoute;
import dev.switchyard.domain.route.RouteCredential;
import dev.switchyard.domain.route.RouteInputs;
import dev.switchyard.domain.route.RouteKeys;
import dev.switchyard.domain.route.RouteReader;
import dev.switchyard.domain.route.RouteResolver;
import dev.switchyard.domain.route.SettingsLayer;
import dev.switchyard.domain.route.option.RouteOptions;
import dev.switchyard.domain.route.text.SettingKey;
import dev.switchyard.domain.route.text.SettingsText;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PlanLaunchTest {
  private static final Path FOLDER = Path.of("/work/my app");
  private static final Path SETTINGS = FOLDER.resolve(".claude/settings.json");
  private static final LocalRoute LOCAL =
      new LocalRoute(
          "http://localhost:11434",
          RouteCredential.placeholder(LocalRoute.PLACEHOLDER, false),
          "gemma4-claude",
          65_536,
          Optional.empty(),
          false,
          true,
          Set.of(),
          RouteOptions.usual(65_536),
          Optional.empty(),
          Optional.empty());
  private static final Home PLAIN =
      new Home(
          Path.of("/h"),
          Path.of("/h/c"),
          Path.of("/h/s"),
          Path.of("/h/.claude"),
          Path.of("/h/.ollama"),
          Path.of("/h/m"),
          false);

  private final Map<String, String> environment = new HashMap<>();
  private final WrittenFiles files = new WrittenFiles();
  private FixedPrograms programs = FixedPrograms.at("/opt/claude", true);
  private String settings = localSettings();
  private Home home = PLAIN;

  @Test
  void aRoutedSessionNamesItsModelAndRepeatsTheRouteForMachinesWithoutALogin() throws Exception {
    var plan = planner().forTerminal(LaunchRequest.session(FOLDER));

    assertThat(plan.invocation().folder()).isEqualTo(FOLDER);
    assertThat(plan.invocation().command())
        .containsExactly("/opt/claude", "--model", "gemma4-claude");
    assertThat(plan.invocation().variables())
        .containsExactly(
            Map.entry("ANTHROPIC_BASE_URL", "http://localhost:11434"),
            Map.entry("ANTHROPIC_AUTH_TOKEN", "ollama"),
            Map.entry("ANTHROPIC_API_KEY", ""));
    assertThat(plan.staysOpen()).isFalse();
  }

  @Test
  void aTokenThatOnlyTheEnvironmentHoldsIsLeftThere() throws Exception {
    settings = "{\"model\":\"m\"}";
    environment.put("ANTHROPIC_BASE_URL", "http://gpu.example:11434");
    environment.put("ANTHROPIC_AUTH_TOKEN", "secret-of-the-gateway");

    var plan = planner().forTerminal(LaunchRequest.session(FOLDER));

    assertThat(plan.invocation().variables())
        .containsExactly(
            Map.entry("ANTHROPIC_BASE_URL", "http://gpu.example:11434"),
            Map.entry("ANTHROPIC_API_KEY", ""));
    assertThat(plan.toString()).doesNotContain("secret");
  }

  @Test
  void aModelThatThePersonNamesIsNotNamedTwice() throws Exception {
    assertThat(command("--model", "qwen3")).containsExactly("/opt/claude", "--model", "qwen3");
    assertThat(command("--model=qwen3")).containsExactly("/opt/claude", "--model=qwen3");
    assertThat(command("-c")).containsExactly("/opt/claude", "--model", "gemma4-claude", "-c");
  }

  @Test
  void inTheCloudNothingIsSetAndOnlyAResumedSessionNamesAModel() throws Exception {
    settings = "{}";

    assertThat(planner().forTerminal(LaunchRequest.session(FOLDER)).invocation().variables())
        .isEmpty();
    assertThat(command()).containsExactly("/opt/claude");
    assertThat(command("--resume", "id"))
        .containsExactly("/opt/claude", "--model", "sonnet", "--resume", "id");
  }

  @Test
  void theQuickTestAsksTheGuidesQuestionAndWaitsForReading() throws Exception {
    var plan = planner().forTerminal(new LaunchRequest(FOLDER, new Task.QuickTest()));

    assertThat(plan.invocation().command())
        .containsExactly("/opt/claude", "--model", "gemma4-claude", "-p", "What model are you?");
    assertThat(plan.staysOpen()).isTrue();
  }

  @Test
  void anAnswerThatIsPrintedWaitsForReadingToo() throws Exception {
    assertThat(planner().forTerminal(session("-p", "hello")).staysOpen()).isTrue();
  }

  @Test
  void theOneOffBlanksEveryKeyOfALocalRouteAndUsesTheLogin() throws Exception {
    var plan = planner().forTerminal(cloudOnce(Optional.of("Refactor the auth module")));

    assertThat(plan.invocation().command())
        .containsExactly(
            "/opt/claude",
            "--settings",
            "/files/0.json",
            "--model",
            "opus",
            "-p",
            "Refactor the auth module");
    assertThat(plan.invocation().variables()).isEmpty();
    assertThat(plan.invocation().copied()).isEmpty();
    assertThat(value(SettingKey.top("model"))).isEqualTo("opus");
    assertThat(value(SettingKey.top("apiKeyHelper"))).isEmpty();
    var route =
        RouteKeys.changes(LOCAL).keySet().stream()
            .filter(key -> key.displayName().contains("ANTHROPIC"));
    assertThat(route).isNotEmpty().allSatisfy(key -> assertThat(value(key)).isEmpty());
    assertThat(value(SettingKey.env("CLAUDE_CODE_MAX_CONTEXT_TOKENS"))).isEmpty();
    assertThat(written().value(SettingKey.env("API_TIMEOUT_MS"))).isEmpty();
  }

  @Test
  void thePersonsKeyIsHandedOverByNameAndNeverWritten() throws Exception {
    environment.put("ANTHROPIC_API_KEY", "sk-ant-real");

    var plan = planner().forTerminal(cloudOnce(Optional.empty()));

    assertThat(plan.invocation().copied())
        .containsExactly(Map.entry("SWITCHYARD_CLOUD_KEY", "ANTHROPIC_API_KEY"));
    assertThat(value(SettingKey.top("apiKeyHelper"))).isEqualTo("printenv SWITCHYARD_CLOUD_KEY");
    assertThat(files.texts.getFirst() + plan).doesNotContain("sk-ant-real");
    assertThat(plan.staysOpen()).isFalse();
  }

  @Test
  void underAnotherHomeTheTerminalIsToldSo() throws Exception {
    home = Home.below(Path.of("/other"));

    assertThat(planner().forTerminal(LaunchRequest.session(FOLDER)).invocation().variables())
        .containsEntry("HOME", "/other");
  }

  @Test
  void aCommandToPasteIsWhatOneWouldType() throws Exception {
    assertThat(pasted()).isEqualTo("claude");

    programs = FixedPrograms.at("/home/ann/.local/bin/claude", false);
    assertThat(pasted()).isEqualTo("/home/ann/.local/bin/claude");

    programs = FixedPrograms.none();
    assertThat(pasted()).isEqualTo("claude");
    assertThatThrownBy(() -> planner().forTerminal(LaunchRequest.session(FOLDER)))
        .isInstanceOfSatisfying(
            PortException.class,
            e -> {
              assertThat(e.kind()).isEqualTo(PortException.Kind.UNREACHABLE);
              assertThat(e.text()).isEqualTo(FixedPrograms.MISSING);
            });
  }

  private String pasted() throws PortException {
    return planner().forPasting(LaunchRequest.session(FOLDER)).invocation().command().getFirst();
  }

  private List<String> command(String... arguments) throws PortException {
    return planner().forTerminal(session(arguments)).invocation().command();
  }

  private static LaunchRequest session(String... arguments) {
    return new LaunchRequest(FOLDER, new Task.Session(List.of(arguments)));
  }

  private static LaunchRequest cloudOnce(Optional<String> prompt) {
    return new LaunchRequest(FOLDER, new Task.CloudOnce("opus", prompt));
  }

  private PlanLaunch planner() {
    return new PlanLaunch(
        new OneFile(),
        programs,
        files,
        new Surroundings(OperatingSystem.LINUX, environment, Path.of("/h")),
        home);
  }

  private String value(SettingKey key) {
    return written().value(key).orElseThrow(() -> new AssertionError(key.displayName())).text();
  }

  private SettingsText written() {
    return parsed(files.texts.getFirst());
  }

  private static String localSettings() {
    var env = new StringBuilder();
    RouteKeys.changes(LOCAL)
        .forEach((key, value) -> {
          if (key.stableName().startsWith("env.")) {
            env.append(env.isEmpty() ? "" : ",")
                .append("\"%s\":%s".formatted(key.name(), value.orElseThrow()));
          }
        });
    return "{\"model\":\"gemma4-claude\",\"env\":{" + env + "}}";
  }

  private static SettingsText parsed(String text) {
    try {
      return SettingsText.parse(SETTINGS, Optional.of(text.getBytes(StandardCharsets.UTF_8)));
    } catch (PortException e) {
      throw new AssertionError(e);
    }
  }

  /// A project with one settings file and the process's environment.
  private final class OneFile implements RouteReader {
    @Override
    public EffectiveRoute read(ClaudeStart start) {
      var layer =
          new SettingsLayer(
              Layer.PROJECT, SETTINGS, new SettingsLayer.Content.Loaded(parsed(settings)));
      return RouteResolver.resolve(
          new RouteInputs(start.folder(), List.of(layer), environment, Account.NONE, List.of()));
    }

    @Override
    public EffectiveRoute readDefault() {
      throw new AssertionError("not asked for");
    }
  }

  private static final class WrittenFiles implements LaunchFolder {
    private final List<String> texts = new ArrayList<>();

    @Override
    public Path settings(String suffix, String text) {
      texts.add(text);
      return Path.of("/files/" + (texts.size() - 1) + suffix);
    }

    @Override
    public Path script(String suffix, String text) {
      throw new AssertionError("planning writes no script");
    }
  }
}
