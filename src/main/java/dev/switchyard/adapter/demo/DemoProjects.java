package dev.switchyard.adapter.demo;

import dev.switchyard.domain.endpoint.EndpointUrl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The projects of the demonstration: small, but real folders with real files.
final class DemoProjects {
  private DemoProjects() {}

  /// Writes them below the home, and Claude Code's own data file that names them.
  ///
  /// @param server where the route of one of them leads, in the way of a person who read about
  ///   Ollama and not about Claude Code
  static void write(Path home, EndpointUrl server) throws IOException {
    var billing = project(home, "billing-service", "# Billing service\n\nInvoices and payments.\n");
    var website = project(home, "website", "# Website\n\nThe public pages.\n");
    var mobile = project(home, "mobile-app", "# Mobile app\n\nOrders on the way.\n");
    route(mobile, server);
    var notes = project(home, "notes", "# Notes\n\nEverything else.\n");
    Files.writeString(
        home.resolve(".claude.json"),
        """
        {
          "projects": {
            "%s": {},
            "%s": {},
            "%s": {},
            "%s": {}
          }
        }
        """
            .formatted(json(billing), json(mobile), json(website), json(notes)));
  }

  private static Path project(Path home, String name, String readme) throws IOException {
    var folder = Files.createDirectories(home.resolve("src").resolve(name));
    Files.writeString(folder.resolve("README.md"), readme);
    // A repository as git needs it at least: then "just me" has a place to go.
    var git = Files.createDirectories(folder.resolve(".git"));
    Files.createDirectories(git.resolve("objects"));
    Files.createDirectories(git.resolve("refs"));
    Files.writeString(git.resolve("HEAD"), "ref: refs/heads/main\n");
    return folder;
  }

  /// The address of Ollama's OpenAI layer, no credential, and a model as it was pulled: what a
  /// doctor finds most often.
  private static void route(Path folder, EndpointUrl server) throws IOException {
    Files.writeString(
        Files.createDirectories(folder.resolve(".claude")).resolve("settings.json"),
        """
        {
          "permissions": {
            "allow": ["Bash(npm test)"]
          },
          "env": {
            "ANTHROPIC_BASE_URL": "%s/v1",
            "ANTHROPIC_MODEL": "gemma4:26b"
          }
        }
        """
            .formatted(server));
  }

  private static String json(Path path) {
    return path.toString().replace("\\", "\\\\");
  }
}
