package dev.switchyard.domain.modelfile;

import dev.switchyard.domain.model.ClaudeCodeReadiness;
import java.util.List;

/// A Modelfile to begin with.
///
/// @param name the variant's suggested name
/// @param base what it is built from
/// @param modelfile the text
/// @param descriptionKey key of the sentence that says for which machine it is
public record Template(String name, String base, Modelfile modelfile, String descriptionKey) {
  /// The guide's variant, its larger sister, and one for small machines, in the order in which they
  /// are offered.
  public static final List<Template> ALL =
      List.of(
          template("gemma4-claude", "gemma4:26b", "modelfile.template.gemma26b"),
          template("gemma4-claude-31b", "gemma4:31b", "modelfile.template.gemma31b"),
          template("gemma4-claude-e4b", "gemma4:e4b", "modelfile.template.gemmaE4b"));

  private static Template template(String name, String base, String descriptionKey) {
    return new Template(name, base, claudeCode(base), descriptionKey);
  }

  /// The guide's settings for any base: room for Claude Code's prompt, and steadier answers than by
  /// default.
  public static Modelfile claudeCode(String base) {
    return Modelfile.parse(
        """
        FROM %s
        PARAMETER num_ctx %d
        PARAMETER temperature 0.2
        PARAMETER top_p 0.9
        """
            .formatted(base, ClaudeCodeReadiness.NEEDED_CONTEXT));
  }
}
