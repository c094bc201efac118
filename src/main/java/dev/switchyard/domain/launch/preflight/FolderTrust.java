package dev.switchyard.domain.launch.preflight;

import dev.switchyard.domain.Known;
import java.nio.file.Path;

/// Port: what Claude Code and the file system know of a folder.
public interface FolderTrust {
  boolean exists(Path folder);

  /// Whether Claude Code was told to trust this folder or one above it; it asks at the first start
  /// otherwise, and the answer that is selected then is "No, exit".
  Known<Boolean> isTrusted(Path folder);
}
