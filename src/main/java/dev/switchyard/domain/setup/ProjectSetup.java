package dev.switchyard.domain.setup;

import dev.switchyard.domain.route.Destination;
import java.nio.file.Path;
import java.util.Optional;

/// One known project, as far as the checklist asks.
///
/// @param folder its root
/// @param destination where its requests go
/// @param model the model that they name
/// @param hasSection whether its CLAUDE.md has the guide's section
public record ProjectSetup(
    Path folder, Destination destination, Optional<String> model, boolean hasSection) {
  String name() {
    var last = folder.getFileName();
    return last == null ? folder.toString() : last.toString();
  }
}
