package dev.switchyard.adapter.file;

import dev.switchyard.adapter.json.JsonTree;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.project.ProjectStore;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What the person said about projects, in `projects.json` of Switchyard's state folder.
public final class ProjectsFile implements ProjectStore {

  private final Path file;

  /// @param state Switchyard's state folder
  public ProjectsFile(Path state) {
    this.file = state.resolve("projects.json");
  }

  @Override
  public Known load() throws PortException {
    var content = AtomicFiles.read(file);
    if (content.isEmpty()) {
      return Known.NOTHING;
    }
    try {
      var root = JsonTree.read(content.get());
      return new Known(
          paths(root, "added"),
          Set.copyOf(paths(root, "removed")),
          Set.copyOf(paths(root, "personal")),
          Set.copyOf(paths(root, "shared")));
    } catch (JacksonException | IllegalArgumentException e) {
      throw new PortException(
          PortException.Kind.MALFORMED, Message.of("projects.list-unreadable", file), e);
    }
  }

  @Override
  public void save(Known known) throws PortException {
    var root = JsonNodeFactory.instance.objectNode();
    put(root, "added", known.added());
    put(root, "removed", known.removed());
    put(root, "personal", known.personal());
    put(root, "shared", known.shared());
    AtomicFiles.writePrivate(
        file, JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsBytes(root));
  }

  private static List<Path> paths(JsonNode root, String name) {
    return root.path(name).values().stream()
        .map(JsonNode::asString)
        .map(Path::of)
        .distinct()
        .toList();
  }

  private static void put(ObjectNode root, String name, Collection<Path> paths) {
    var array = root.putArray(name);
    paths.stream().map(Path::toString).forEach(array::add);
  }
}
