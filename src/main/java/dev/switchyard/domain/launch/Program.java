package dev.switchyard.domain.launch;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.endpoint.Version;
import java.nio.file.Path;
import java.util.List;

/// An installed program.
///
/// @param path the file that is run
/// @param version what it says of itself, or why it did not
/// @param onPath whether its bare name finds it in a terminal
/// @param others further installs of the same program, which are not used
public record Program(Path path, Known<Version> version, boolean onPath, List<Path> others) {
  public Program {
    others = List.copyOf(others);
  }
}
