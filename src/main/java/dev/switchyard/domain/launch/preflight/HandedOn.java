package dev.switchyard.domain.launch.preflight;

import dev.switchyard.domain.launch.SessionOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// The arguments that a person hands on to Claude Code, held against a project's limit.
///
/// Only options that are known to leave the route alone pass, so that one which a later version
/// brings is refused until somebody has looked at it. A value that looks like an option counts as
/// one: Claude Code reads some of them so.
///
/// Source: `claude --help` and the options that it hides, Claude Code 2.1.330.
///
/// @param arguments as they would be typed behind `claude`
record HandedOn(List<String> arguments) {
  private static final JsonFactory JSON = new JsonFactory();

  private static final String AGENTS = "--agents";
  private static final String SETTINGS = "--settings";

  /// These name models, each in its own way.
  private static final Set<String> OF_MODELS = Set.of("--model", "--fallback-model", "--advisor");

  /// These decide nothing about where a request for a model goes.
  private static final Set<String> HARMLESS =
      Set.of(
          "--add-dir",
          "--allow-dangerously-skip-permissions",
          "--allowedTools",
          "--allowed-tools",
          "--append-system-prompt",
          "--append-system-prompt-file",
          "--autocompact",
          "--ax-screen-reader",
          "--bare",
          "--betas",
          "--brief",
          "-c",
          "--continue",
          "--dangerously-skip-permissions",
          "-d",
          "--debug",
          "--debug-file",
          "--disable-slash-commands",
          "--disallowedTools",
          "--disallowed-tools",
          "--effort",
          "--exclude-dynamic-system-prompt-sections",
          "--fork-session",
          "--forward-subagent-text",
          "-h",
          "--help",
          "--ide",
          "--include-hook-events",
          "--include-partial-messages",
          "--input-format",
          "--json-schema",
          "--max-budget-usd",
          "--max-thinking-tokens",
          "--max-turns",
          "--mcp-config",
          "-n",
          "--name",
          "--no-chrome",
          "--no-session-persistence",
          "--output-format",
          "--permission-mode",
          "--permission-prompt-tool",
          "--permission-prompts",
          "-p",
          "--print",
          "--prompt-suggestions",
          "--replay-user-messages",
          "-r",
          "--resume",
          "--safe-mode",
          "--session-id",
          "--strict-mcp-config",
          "--system-prompt",
          "--system-prompt-file",
          "--system-prompt-snapshot",
          "--thinking",
          "--thinking-display",
          "--tools",
          "--verbose",
          "-v",
          "--version");

  /// Commands of Claude Code that start sessions of their own, here or in its maker's cloud.
  private static final Set<String> COMMANDS =
      Set.of(
          "agents",
          "attach",
          "auto-mode",
          "gateway",
          "import",
          "plugin",
          "plugins",
          "rc",
          "remote-control",
          "respawn",
          "ultrareview");

  HandedOn {
    arguments = List.copyOf(arguments);
  }

  /// The first argument of which nobody can say here that requests stay where the settings lead
  /// them.
  Optional<String> unreadable() {
    boolean settledTwice = count(SETTINGS) > 1;
    return arguments.stream()
        .map(HandedOn::option)
        .filter(word -> isUnreadable(word) || settledTwice && word.equals(SETTINGS))
        .findFirst()
        .or(() ->
            agents().stream().anyMatch(Optional::isEmpty) ? Optional.of(AGENTS) : Optional.empty());
  }

  private static boolean isUnreadable(String word) {
    if (!word.startsWith("-")) {
      return COMMANDS.contains(word);
    }
    boolean isRead = word.equals(SETTINGS) || word.equals(AGENTS) || OF_MODELS.contains(word);
    return !isRead && !HARMLESS.contains(word);
  }

  private long count(String option) {
    return arguments.stream().map(HandedOn::option).filter(option::equals).count();
  }

  /// Every model that the arguments name.
  List<String> models() {
    var named =
        OF_MODELS.stream()
            .flatMap(option -> SessionOptions.values(arguments, option).stream())
            .flatMap(names -> Stream.of(names.split(",")));
    var ofAgents = agents().stream().flatMap(Optional::stream).flatMap(List::stream);
    return Stream.concat(named, ofAgents)
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .toList();
  }

  /// For each definition of agents the models in it; empty for one that is no JSON, as the name of
  /// a file.
  private List<Optional<List<String>>> agents() {
    return SessionOptions.values(arguments, AGENTS).stream().map(HandedOn::modelsOf).toList();
  }

  private static Optional<List<String>> modelsOf(String json) {
    var models = new ArrayList<String>();
    try (var parser = JSON.createParser(ObjectReadContext.empty(), json)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return Optional.empty();
      }
      for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token == JsonToken.VALUE_STRING && "model".equals(parser.currentName())) {
          models.add(parser.getString());
        }
      }
      return Optional.of(models);
    } catch (JacksonException _) {
      return Optional.empty();
    }
  }

  /// Without the value behind `=`.
  private static String option(String word) {
    int equals = word.startsWith("--") ? word.indexOf('=') : -1;
    return equals < 0 ? word : word.substring(0, equals);
  }
}
