package dev.switchyard.domain.route.text;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// The members whose type Claude Code checks when it loads a settings file. One wrong type, and it
/// skips the whole file: a route in it is then not in force, and prompts go to the cloud.
///
/// Source: `claude doctor` of Claude Code 2.1.330, asked with every type for every key. Keys that
/// it ignores one by one when they are wrong (`hooks`, `modelPicker` and the like) and keys that it
/// does not know are not here.
final class CheckedKeys {
  /// @param names dotted for what lies in `permissions`
  /// @param expected in words that every reader of JSON knows
  private record Row(String names, String expected, Predicate<JsonValue> accepts) {}

  private static final Predicate<JsonValue> TEXT = JsonValue.Text.class::isInstance;
  private static final Predicate<JsonValue> OBJECT = JsonValue.Structure.class::isInstance;
  private static final Predicate<JsonValue> ARRAY = JsonValue.Array.class::isInstance;
  private static final Predicate<JsonValue> NULL = value -> isLiteral(value, "null");
  private static final Predicate<JsonValue> BOOLEAN =
      value -> isLiteral(value, "true") || isLiteral(value, "false");
  private static final Predicate<JsonValue> NUMBER =
      value -> value instanceof JsonValue.Literal && !NULL.test(value) && !BOOLEAN.test(value);

  private static final List<Row> ROWS =
      List.of(
          new Row(
              "$schema apiKeyHelper awsCredentialExport awsAuthRefresh gcpAuthRefresh model"
                  + " outputStyle language autoMemoryDirectory minimumVersion otelHeadersHelper"
                  + " plansDirectory agent",
              "string",
              TEXT),
          new Row("cleanupPeriodDays feedbackSurveyRate", "number", NUMBER),
          new Row(
              "respectGitignore disableAllHooks includeCoAuthoredBy includeGitInstructions"
                  + " autoMemoryEnabled autoCompactEnabled precomputeCompactionEnabled"
                  + " alwaysThinkingEnabled spinnerTipsEnabled promptSuggestionEnabled"
                  + " awaySummaryEnabled verbose fastMode terminalProgressBarEnabled"
                  + " showTurnDuration prefersReducedMotion syntaxHighlightingDisabled",
              "boolean",
              BOOLEAN),
          new Row(
              "enforceAvailableModels allowManagedHooksOnly disableWorkflows disableBundledSkills"
                  + " enableAllProjectMcpServers allowManagedMcpServersOnly skipWebFetchPreflight"
                  + " channelsEnabled",
              "boolean",
              BOOLEAN.or(NULL)),
          new Row(
              "env permissions fileSuggestion modelOverrides statusLine enabledPlugins sandbox"
                  + " worktree spinnerVerbs pluginConfigs remote autoMode",
              "object",
              OBJECT),
          new Row("attribution", "object", OBJECT.or(BOOLEAN)),
          new Row(
              "fallbackModel availableModels companyAnnouncements claudeMdExcludes"
                  + " permissions.allow permissions.deny permissions.ask"
                  + " permissions.additionalDirectories",
              "array",
              ARRAY),
          new Row("strictKnownMarketplaces blockedMarketplaces", "array", ARRAY.or(NULL)),
          new Row("enabledMcpjsonServers disabledMcpjsonServers", "array", ARRAY.or(TEXT)),
          words("permissions.disableAutoMode permissions.disableBypassPermissionsMode", "disable"),
          new Row("disableAutoMode", "\"disable\"", NULL.or(isOneOf("disable"))),
          words(
              "permissions.defaultMode",
              "default",
              "acceptEdits",
              "plan",
              "bypassPermissions",
              "dontAsk",
              "auto",
              "manual"),
          words("autoUpdatesChannel", "latest", "stable", "rc"),
          words("totalTokensReminder", "off", "infinite", "fixed", "countdown", "padded-countdown"),
          words("defaultShell", "bash", "powershell"));

  private static final Map<String, Row> BY_NAME =
      ROWS.stream()
          .flatMap(row -> Arrays.stream(row.names().split(" ")).map(name -> Map.entry(name, row)))
          .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

  private CheckedKeys() {}

  /// A member of the wrong type.
  ///
  /// @param member where it stands
  /// @param name as people write it, such as `permissions.defaultMode`
  /// @param expected what Claude Code wants there
  record Fault(JsonValue.Member member, String name, String expected) {}

  static Optional<Fault> firstFault(JsonValue.Structure root) {
    return firstFault(root, "");
  }

  /// @param name as in [Fault#name]
  static boolean accepts(String name, JsonValue value) {
    return fault(name, value).isEmpty();
  }

  private static Optional<Row> fault(String name, JsonValue value) {
    return Optional.ofNullable(BY_NAME.get(name)).filter(row -> !row.accepts().test(value));
  }

  private static Optional<Fault> firstFault(JsonValue.Structure object, String prefix) {
    for (var member : object.members()) {
      var name = prefix + member.name();
      var broken = fault(name, member.value());
      if (broken.isPresent()) {
        return Optional.of(new Fault(member, name, broken.get().expected()));
      }
      if (name.equals("permissions") && member.value() instanceof JsonValue.Structure permissions) {
        var fault = firstFault(permissions, "permissions.");
        if (fault.isPresent()) {
          return fault;
        }
      }
    }
    return Optional.empty();
  }

  private static Row words(String names, String... words) {
    return new Row(names, "\"" + String.join("\", \"", words) + "\"", isOneOf(words));
  }

  private static Predicate<JsonValue> isOneOf(String... words) {
    return value -> value instanceof JsonValue.Text text && List.of(words).contains(text.text());
  }

  private static boolean isLiteral(JsonValue value, String raw) {
    return value instanceof JsonValue.Literal literal && literal.raw().equals(raw);
  }
}
