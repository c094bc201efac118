package dev.switchyard.adapter.localonly;

import dev.switchyard.adapter.file.AtomicFiles;
import dev.switchyard.adapter.json.JsonTree;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.route.RouteFallbacks;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.JsonNodeFactory;

/// The endpoints to offer where a project's own is away, in `fallbacks.json` of Switchyard's state
/// folder.
public final class FallbackFile implements RouteFallbacks.Store {
  private final Path file;

  /// @param state Switchyard's state folder
  public FallbackFile(Path state) {
    this.file = state.resolve("fallbacks.json");
  }

  @Override
  public Map<Path, String> load() throws PortException {
    var names = new TreeMap<Path, String>();
    if (!Files.exists(file)) {
      return names;
    }
    try {
      JsonTree.read(AtomicFiles.read(file).orElseGet(() -> new byte[0]))
          .properties()
          .forEach(entry -> names.put(Path.of(entry.getKey()), entry.getValue().asString()));
      return names;
    } catch (JacksonException | IllegalArgumentException e) {
      throw new PortException(
          PortException.Kind.MALFORMED, Message.of("fallback.unreadable", file.toString()), e);
    }
  }

  @Override
  public void save(Map<Path, String> names) throws PortException {
    var root = JsonNodeFactory.instance.objectNode();
    names.forEach((folder, name) -> root.put(folder.toString(), name));
    AtomicFiles.writePrivate(file, (root.toPrettyString() + "\n").getBytes(StandardCharsets.UTF_8));
  }
}
