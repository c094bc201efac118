package dev.switchyard.adapter.claude;

import dev.switchyard.adapter.file.AtomicFiles;
import dev.switchyard.adapter.json.JsonTree;
import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.launch.preflight.FolderTrust;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Reads in Claude Code's own data file which folders the person trusts. Nothing else in it is
/// looked at.
public final class ClaudeFolderTrust implements FolderTrust {

  private final Path data;

  /// @param data `~/.claude.json`
  public ClaudeFolderTrust(Path data) {
    this.data = data;
  }

  @Override
  public boolean exists(Path folder) {
    return Files.isDirectory(folder);
  }

  @Override
  public Known<Boolean> isTrusted(Path folder) {
    try {
      var trusted = trustedFolders();
      for (Path parent = real(folder); parent != null; parent = parent.getParent()) {
        if (trusted.contains(parent.toString())) {
          return Known.of(true);
        }
      }
      return Known.of(false);
    } catch (PortException e) {
      return Known.unknown(e.text());
    } catch (JacksonException _) {
      return Known.unknown(Message.of("claude.data-malformed", data.toString()));
    }
  }

  private Set<String> trustedFolders() throws PortException {
    var content = AtomicFiles.read(data);
    var trusted = new HashSet<String>();
    if (content.isPresent()) {
      JsonNode projects = JsonTree.read(content.get()).path("projects");
      projects
          .properties()
          .forEach(project -> {
            if (project.getValue().path("hasTrustDialogAccepted").asBoolean(false)) {
              trusted.add(project.getKey());
            }
          });
    }
    return trusted;
  }

  /// Claude Code names a project by its real path.
  private static Path real(Path folder) {
    try {
      return folder.toRealPath();
    } catch (IOException _) {
      return folder.toAbsolutePath().normalize();
    }
  }
}
