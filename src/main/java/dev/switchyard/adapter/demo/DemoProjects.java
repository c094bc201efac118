package dev.switchyard.adapter.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The projects of the demonstration: small, but real folders with real files.
final class DemoProjects {
  private DemoProjects() {}

  /// Writes them below the home, and Claude Code's own data file that names them.
  static void write(Path home) throws IOException {
    var billing = project(home, "billing-service", "# Billing service\n\nInvoices and payments.\n");
    var website = project(home, "website", "# Website\n\nThe public pages.\n");
    var notes = project(home, "notes", "# Notes\n\nEverything else.\n");
    Files.writeString(
        home.resolve(".claude.json"),
        """
        {
          "projects": {
            "%s": {},
            "%s": {},
            "%s": {}
          }
        }
        """
            .formatted(json(billing), json(website), json(notes)));
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

  private static String json(Path path) {
    return path.toString().replace("\\", "\\\\");
  }
}
