package dev.switchyard.domain.model;

import java.util.List;
import java.util.Map;

/// What `/api/create` is asked to build. Made from a Modelfile; Switchyard never calls Ollama's own
/// command line.
///
/// @param name the variant's name
/// @param from what it is built from
/// @param parameters typed values: Integer or Long, Double, Boolean, String, or a list of strings
///   (`stop`)
/// @param system the system prompt, empty to inherit
/// @param template the prompt template, empty to inherit
/// @param renderer the server's built-in renderer, empty to inherit
/// @param parser the server's built-in parser, empty to inherit
/// @param requires the least server version, empty for none
/// @param licenses added to the inherited ones
/// @param messages put before every conversation
public record BuildRequest(
    ModelName name,
    BuildSource from,
    Map<String, Object> parameters,
    String system,
    String template,
    String renderer,
    String parser,
    String requires,
    List<String> licenses,
    List<ChatMessage> messages) {
  /// @param role system, user or assistant
  public record ChatMessage(String role, String content) {}

  /// A variant of an installed model that differs in its parameters only.
  public static BuildRequest of(ModelName name, ModelName from, Map<String, Object> parameters) {
    return new BuildRequest(
        name,
        new BuildSource.Installed(from),
        parameters,
        "",
        "",
        "",
        "",
        "",
        List.of(),
        List.of());
  }
}
