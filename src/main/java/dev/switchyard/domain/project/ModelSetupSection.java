package dev.switchyard.domain.project;

import java.util.Optional;
import java.util.regex.Pattern;

/// The guide's "Model setup" section in a CLAUDE.md, between markers that Switchyard finds again.
/// Everything outside the markers stays byte for byte; adding and removing the section gives back
/// the same bytes.
///
/// @param model the model that the project uses
/// @param settingsFile the file that really routes it, such as `.claude/settings.local.json`
/// @param cloudCommand what starts Claude Code in the cloud for one task
public record ModelSetupSection(String model, String settingsFile, String cloudCommand) {
  /// The number tells how many line ends were put before the section, to be taken away with it.
  private static final Pattern BLOCK =
      Pattern.compile(
          "<!-- switchyard:model-setup:begin (\\d) -->.*?<!-- switchyard:model-setup:end"
              + " -->(?:\\r?\\n)?",
          Pattern.DOTALL);

  public static boolean isIn(String text) {
    return BLOCK.matcher(text).find();
  }

  /// The text with this section: in the place of an earlier one, otherwise at the end.
  public String addedTo(String text) {
    var lineEnd = text.contains("\r\n") ? "\r\n" : "\n";
    var match = BLOCK.matcher(text);
    if (match.find()) {
      return text.substring(0, match.start())
          + block(Integer.parseInt(match.group(1)), lineEnd)
          + text.substring(match.end());
    }
    int gap = text.isEmpty() ? 0 : text.endsWith("\n") ? 1 : 2;
    return text + lineEnd.repeat(gap) + block(gap, lineEnd);
  }

  /// The text without the section.
  ///
  /// @return empty where nothing is left: Switchyard created the file
  public static Optional<String> removedFrom(String text) {
    var match = BLOCK.matcher(text);
    if (!match.find()) {
      return Optional.of(text);
    }
    var lineEnd = text.contains("\r\n") ? "\r\n" : "\n";
    var before = text.substring(0, match.start());
    var gap = lineEnd.repeat(Integer.parseInt(match.group(1)));
    var kept = before.endsWith(gap) ? before.substring(0, before.length() - gap.length()) : before;
    var left = kept + text.substring(match.end());
    return left.isEmpty() ? Optional.empty() : Optional.of(left);
  }

  private String block(int gap, String lineEnd) {
    return """
    <!-- switchyard:model-setup:begin %d -->
    ## Model setup

    This project defaults to %s locally via Ollama (see `%s`).

    To switch to Claude for a specific task:

    ```bash
    %s
    ```

    Use Claude for: multi-file refactors, complex debugging, architecture decisions.
    Use %s locally for: file summaries, boilerplate generation, single-file edits, tests.
    <!-- switchyard:model-setup:end -->
    """
        .formatted(gap, model, settingsFile, cloudCommand, model)
        .replace("\n", lineEnd);
  }
}
