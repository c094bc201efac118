package dev.switchyard.adapter.localonly;

import dev.switchyard.adapter.file.AtomicFiles;
import dev.switchyard.adapter.file.LockedFile;
import dev.switchyard.adapter.json.JsonTree;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.route.RouteFallbacks;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The endpoints to offer where a project's own is away, in `fallbacks.json` of Switchyard's state
/// folder.
public final class FallbackFile implements RouteFallbacks.Store {
  private final Path file;
  private final LockedFile locked;

  /// @param state Switchyard's state folder
  public FallbackFile(Path state) {
    this.file = state.resolve("fallbacks.json");
    this.locked = new LockedFile(state, "fallbacks.json");
  }

  @Override
  public Map<Path, String> load() throws PortException {
    if (Files.notExists(file)) {
      return Map.of();
    }
    try {
      return names(JsonTree.read(AtomicFiles.read(file).orElseGet(() -> new byte[0])).asObject());
    } catch (JacksonException | IllegalArgumentException e) {
      throw new PortException(
          PortException.Kind.MALFORMED, Message.of("fallback.unreadable", file.toString()), e);
    }
  }

  private static Map<Path, String> names(ObjectNode root) {
    var names = new TreeMap<Path, String>();
    root.properties()
        .forEach(entry -> names.put(Path.of(entry.getKey()), entry.getValue().stringValue()));
    return names;
  }

  @Override
  public void set(Path folder, Optional<String> name) throws PortException {
    locked.exclusively(() -> {
      var names = new TreeMap<>(load());
      name.ifPresentOrElse(one -> names.put(folder, one), () -> names.remove(folder));
      save(names);
      return names;
    });
  }

  private void save(Map<Path, String> names) throws PortException {
    var root = JsonNodeFactory.instance.objectNode();
    names.forEach((folder, name) -> root.put(folder.toString(), name));
    AtomicFiles.writePrivate(file, (root.toPrettyString() + "\n").getBytes(StandardCharsets.UTF_8));
  }
}
