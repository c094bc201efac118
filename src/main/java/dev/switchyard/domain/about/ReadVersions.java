package dev.switchyard.domain.about;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.launch.Program;
import dev.switchyard.domain.launch.Programs;
import dev.switchyard.domain.setup.ServerInspection;
import dev.switchyard.domain.setup.ServerState;
import java.util.List;

/// The use case behind About and `switchyard version`: the versions of everything that takes part.
/// Blocks: the server and Claude Code are asked.
public final class ReadVersions {
  private final Inventory inventory;
  private final Programs programs;
  private final ServerInspection server;

  public ReadVersions(Inventory inventory, Programs programs, ServerInspection server) {
    this.inventory = inventory;
    this.programs = programs;
    this.server = server;
  }

  /// What was found.
  public record Versions(
      Build build,
      List<Inventory.Fact> facts,
      List<Part> parts,
      Known<Program> claude,
      ServerState server) {}

  public Versions read() {
    return new Versions(
        inventory.build(),
        inventory.facts(),
        inventory.parts(),
        programs.claude(),
        server.inspect());
  }
}
