package dev.switchyard.domain.about;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.launch.Program;
import dev.switchyard.domain.setup.ServerState;
import java.util.stream.Collectors;

/// Versions as text for a report: English, whatever the window's language, since it is read beside
/// stack traces.
public final class VersionReport {
  private VersionReport() {}

  /// What is known without asking another program.
  public static String of(Inventory inventory) {
    return head(inventory.build())
        + inventory.facts().stream()
            .map(fact -> "%s: %s\n".formatted(fact.id(), fact.value()))
            .collect(Collectors.joining());
  }

  /// On one line, for the log.
  public static String line(Inventory inventory) {
    return head(inventory.build()).strip()
        + inventory.facts().stream()
            .map(fact -> ", %s %s".formatted(fact.id(), fact.value()))
            .collect(Collectors.joining());
  }

  public static String of(ReadVersions.Versions versions) {
    var text = new StringBuilder(head(versions.build()));
    versions.facts().forEach(fact -> line(text, fact.id(), fact.value()));
    line(text, "claude", claude(versions.claude()));
    line(text, "server", server(versions.server()));
    var parts = versions.parts().stream().map(Part::title).collect(Collectors.joining(", "));
    line(text, "parts", parts);
    return text.toString();
  }

  private static String head(Build build) {
    return "Switchyard %s\n".formatted(build);
  }

  private static void line(StringBuilder text, String name, String value) {
    text.append(name).append(": ").append(value).append('\n');
  }

  private static String claude(Known<Program> claude) {
    return switch (claude) {
      case Known.Unknown<Program>(_) -> "not found";
      case Known.Value<Program>(var program) ->
          "%s, %s"
              .formatted(
                  program.version().toOptional().map(Object::toString).orElse("version unknown"),
                  program.path());
    };
  }

  private static String server(ServerState server) {
    return switch (server) {
      case ServerState.Running(var url, var version) -> "Ollama %s, %s".formatted(version, url);
      case ServerState.Serving(var url, var kind, var version) ->
          "%s %s, %s".formatted(kind.product(), version.toOptional().orElse("?"), url);
      case ServerState.Stopped(var url, _, _) -> "no answer, " + url;
      case ServerState.Missing(var url, _) -> "not installed, " + url;
    };
  }
}
