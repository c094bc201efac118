package dev.switchyard.domain.model;

import java.nio.file.Path;
import java.util.List;

/// Where a variant's weights come from: what stands after FROM.
public sealed interface BuildSource {
  /// A model that the server has. Weights are shared with it: the variant takes no further disk.
  record Installed(ModelName name) implements BuildSource {}

  /// GGUF files on this machine, uploaded to the server before it builds. More than one where a
  /// projector or further shards belong to the model.
  record Files(List<Path> paths) implements BuildSource {
    public Files {
      paths = List.copyOf(paths);
    }
  }
}
