package dev.switchyard.adapter.preference;

import dev.switchyard.adapter.file.AtomicFiles;
import dev.switchyard.adapter.json.JsonTree;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.preference.WindowPlacement;
import dev.switchyard.domain.preference.WindowPlacementStore;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/// Remembers the window's place in `window.json`.
public final class JsonWindowPlacementStore implements WindowPlacementStore {

  private final Path file;

  /// @param folder where Switchyard remembers things
  public JsonWindowPlacementStore(Path folder) {
    this.file = folder.resolve("window.json");
  }

  @Override
  public Optional<WindowPlacement> load() {
    try {
      return AtomicFiles.read(file)
          .map(JsonTree::read)
          .map(node ->
              new WindowPlacement(
                  node.path("x").asDouble(),
                  node.path("y").asDouble(),
                  node.path("width").asDouble(),
                  node.path("height").asDouble(),
                  node.path("maximized").asBoolean()));
    } catch (PortException | JacksonException _) {
      return Optional.empty();
    }
  }

  @Override
  public void save(WindowPlacement placement) throws PortException {
    var node =
        JsonNodeFactory.instance
            .objectNode()
            .put("x", placement.x())
            .put("y", placement.y())
            .put("width", placement.width())
            .put("height", placement.height())
            .put("maximized", placement.maximized());
    AtomicFiles.write(file, JsonMapper.shared().writeValueAsBytes(node));
  }
}
