package dev.switchyard.domain.doctor.check;

import dev.switchyard.domain.doctor.Check;
import dev.switchyard.domain.doctor.MachineFacts;
import dev.switchyard.domain.route.EffectiveRoute.Problem;
import dev.switchyard.domain.route.EffectiveRoute.Severity;
import dev.switchyard.domain.route.StartedFrom;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// All checks, in the order in which their findings are to be mended: first the programs, then the
/// settings, then the model. Another check is one class, or one row, and its texts.
public final class Checks {
  private static final String[] CREDENTIALS = {
    "ANTHROPIC_AUTH_TOKEN", "ANTHROPIC_API_KEY", "ANTHROPIC_CUSTOM_HEADERS", "apiKeyHelper"
  };

  public static final List<Check> ALL = all();

  private Checks() {}

  private static List<Check> all() {
    return Stream.of(
            ofPrograms(),
            ofServer(),
            ofSettings(),
            ofRoute(),
            ofModelNames(),
            ofModel(),
            ContextCheck.all(),
            ofSurroundings())
        .flatMap(List::stream)
        .toList();
  }

  private static List<Check> ofPrograms() {
    return List.of(
        new OllamaMissing(),
        new ClaudeMissing(),
        new ClaudeTooOld(),
        new SeveralInstalls("several-ollama", MachineFacts::ollama),
        new SeveralInstalls("several-claude", MachineFacts::claude));
  }

  private static List<Check> ofServer() {
    return List.of(
        new ServerDown(),
        new ServerForeign(),
        new ServerSilent(),
        new ServerAddress(),
        new WindowsBelow(),
        new ServerTooOld(),
        new ServerLacksFixes(),
        new OtherOllama(),
        new ServerExposed(),
        new ServiceVariables(),
        new DefaultContext());
  }

  /// The files before what they say: one that is skipped says nothing.
  private static List<Check> ofSettings() {
    return List.of(
        new SettingsInvalid(),
        new OverruledRoute(),
        RouteCheck.matching("wrong-folder", Checks::isUnread),
        RouteCheck.of(
            "managed-settings", Set.of("managed-settings", "managed-broken", "managed-forbids")),
        RouteCheck.of("start-overrides", Set.of("host-managed", "restricted", "socket")),
        RouteCheck.of("config-folder", Set.of("config-folder")),
        RouteCheck.of("value-not-text", Set.of("value-not-text")));
  }

  /// What stands in a folder above is only missed where nothing routes this one.
  private static boolean isUnread(Problem problem) {
    return problem.id().equals("subfolder-local")
        || problem.id().equals("subfolder") && problem.severity() == Severity.ERROR;
  }

  private static List<Check> ofRoute() {
    return List.of(
        RouteCheck.of("base-url-v1", Set.of("url-ends-in-v1"), "ANTHROPIC_BASE_URL"),
        RouteCheck.of(
            "base-url", Set.of("url-unusable", "url-swallows-path"), "ANTHROPIC_BASE_URL"),
        RouteCheck.of(
            "credential-leak",
            Set.of("credential-leak", "saved-key-asks", "saved-key-unknown"),
            CREDENTIALS),
        RouteCheck.of("two-credentials", Set.of("two-credentials"), CREDENTIALS),
        RouteCheck.of("no-credential", Set.of("no-credential"), CREDENTIALS),
        RouteCheck.of(
            "cloud-credential", Set.of("placeholder-to-cloud", "key-hidden"), CREDENTIALS),
        RouteCheck.of(
            "cloud-provider",
            Set.of("cloud-provider"),
            "CLAUDE_CODE_USE_BEDROCK",
            "CLAUDE_CODE_USE_VERTEX",
            "CLAUDE_CODE_USE_FOUNDRY"),
        RouteCheck.of(
            "proxy",
            Set.of("proxy-catches", "proxy-unusable"),
            "HTTP_PROXY",
            "http_proxy",
            "NO_PROXY",
            "no_proxy"));
  }

  private static List<Check> ofModelNames() {
    return List.of(
        RouteCheck.of("no-model", Set.of("model-missing"), "model", "ANTHROPIC_MODEL"),
        RouteCheck.of(
            "model-not-in-cloud", Set.of("model-not-in-cloud"), "model", "ANTHROPIC_MODEL"),
        new ClaudeLikeName(),
        RouteCheck.of(
            "model-overridden",
            Set.of("model-excluded", "agent-decides", "body-decides"),
            "agent",
            "CLAUDE_CODE_EXTRA_BODY"),
        RouteCheck.of("unrouted-models", Set.of("tiers-not-routed")),
        new BackgroundModels(),
        RouteCheck.of("auto-mode", Set.of("auto-mode")),
        new PrefixCache());
  }

  private static List<Check> ofModel() {
    return List.of(
        new ModelMissing(),
        new ModelWithoutTools(),
        new ModelInCloud(),
        new VariantOutdated(),
        new ModelTooLarge(),
        new ModelSpilled(),
        new ShortStay(),
        new ModelEvicted());
  }

  private static List<Check> ofSurroundings() {
    return List.of(
        new OtherStarts("vscode", StartedFrom.VSCODE),
        new OtherStarts("desktop", StartedFrom.DESKTOP),
        new SessionsBehind(),
        new SettingsCommitted(),
        new FolderNotTrusted(),
        new LittleDisk(),
        new UnfinishedPulls(),
        new ClockBehind());
  }
}
