package dev.switchyard.domain.capability;

import java.util.List;
import java.util.Map;

/// The tools that probes offer, in the form of Claude Code's own.
final class Tools {
  static final String BASH = "Bash";
  static final String TIME = "get_time";

  /// What the call must bring.
  static final String COMMAND = "command";

  static final Map<String, Object> RUN =
      tool(
          BASH,
          "Runs a command in a shell and returns what it prints.",
          Map.of(COMMAND, Map.of("type", "string", "description", "the command")),
          List.of(COMMAND));

  static final Map<String, Object> TELL_TIME =
      tool(TIME, "Tells what time it is.", Map.of(), List.of());

  private Tools() {}

  /// The model is asked for a call.
  static Question wanted(Subject subject) {
    return Question.to(subject, 256)
        .with("tools", List.of(RUN))
        .user("Use the Bash tool to run `cat word.txt`, then tell me the word that it prints.");
  }

  private static Map<String, Object> tool(
      String name, String description, Map<String, Object> properties, List<String> required) {
    return Map.of(
        "name",
        name,
        "description",
        description,
        "input_schema",
        Map.of("type", "object", "properties", properties, "required", required));
  }
}
