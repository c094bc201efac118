package dev.switchyard.domain.launch;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.endpoint.Version;
import java.nio.file.Path;
import java.util.List;

/// Claude Code at a fixed place, or nowhere.
record FixedPrograms(Known<Program> claude) implements Programs {
  static final Message MISSING = Message.of("programs.claude-missing", "curl", "npm");

  static FixedPrograms at(String path, boolean onPath) {
    return new FixedPrograms(
        Known.of(new Program(Path.of(path), Known.of(Version.of(2, 1, 330)), onPath, List.of())));
  }

  static FixedPrograms none() {
    return new FixedPrograms(Known.unknown(MISSING));
  }

  @Override
  public Known<Program> ollama() {
    throw new AssertionError("not asked for");
  }
}
