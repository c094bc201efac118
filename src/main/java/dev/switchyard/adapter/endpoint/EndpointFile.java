package dev.switchyard.adapter.endpoint;

import dev.switchyard.adapter.file.AtomicFiles;
import dev.switchyard.adapter.file.LockedFile;
import dev.switchyard.adapter.json.JsonTree;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.PortException.Kind;
import dev.switchyard.domain.endpoint.profile.EndpointProfile;
import dev.switchyard.domain.endpoint.profile.EndpointStore;
import dev.switchyard.domain.endpoint.profile.RemovedEndpoint;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Endpoints in the private file `endpoints.json` of Switchyard's configuration folder. It is read
/// anew before each change, and a file that cannot be read is never written.
public final class EndpointFile implements EndpointStore {
  private static final String LIST = "endpoints";
  private static final String NAME = "name";

  private final Path file;
  private final LockedFile locked;

  /// @param configuration Switchyard's configuration folder; created with the first endpoint
  public EndpointFile(Path configuration) {
    this.file = configuration.resolve("endpoints.json");
    this.locked = new LockedFile(configuration, "endpoints.json");
  }

  @Override
  public List<EndpointProfile> all() throws PortException {
    // Every look at a route comes by here, and hardly anybody has the file.
    return Files.notExists(file) ? List.of() : profiles(read());
  }

  @Override
  public void put(EndpointProfile profile) throws PortException {
    locked.exclusively(() -> {
      var root = read();
      int at = index(profiles(root), profile.name());
      var list = root.withArray(LIST);
      ProfileJson.write(at < 0 ? list.addObject() : (ObjectNode) list.required(at), profile);
      write(root);
      return profile;
    });
  }

  @Override
  public boolean replace(String name, EndpointProfile profile) throws PortException {
    return locked.exclusively(() -> {
      var root = read();
      int at = index(profiles(root), name);
      if (at < 0) {
        return false;
      }
      ProfileJson.write((ObjectNode) root.withArray(LIST).required(at), profile);
      write(root);
      return true;
    });
  }

  @Override
  public Optional<RemovedEndpoint> remove(String name) throws PortException {
    return locked.exclusively(() -> {
      var root = read();
      var profiles = profiles(root);
      int at = index(profiles, name);
      if (at < 0) {
        return Optional.empty();
      }
      var kept = root.withArray(LIST).remove(at);
      write(root);
      return Optional.of(new RemovedEndpoint(profiles.get(at), at, kept.toString()));
    });
  }

  @Override
  public void restore(RemovedEndpoint removed) throws PortException {
    locked.exclusively(() -> {
      var root = read();
      var list = root.withArray(LIST);
      var kept = JsonTree.read(removed.kept().getBytes(StandardCharsets.UTF_8));
      list.insert(Math.min(removed.position(), profiles(root).size()), kept);
      write(root);
      return removed;
    });
  }

  private static int index(List<EndpointProfile> profiles, String name) {
    return profiles.stream().map(EndpointProfile::name).toList().indexOf(name);
  }

  private void write(ObjectNode root) throws PortException {
    AtomicFiles.writePrivate(file, (root.toPrettyString() + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private ObjectNode read() throws PortException {
    var content = AtomicFiles.read(file);
    if (content.isEmpty()) {
      return JsonNodeFactory.instance.objectNode();
    }
    try {
      if (JsonTree.read(content.get()) instanceof ObjectNode root) {
        return root;
      }
    } catch (JacksonException e) {
      throw unparsable(e);
    }
    throw malformed("$", Message.of("endpoint.file.object"));
  }

  private PortException unparsable(JacksonException e) {
    var place = e.getLocation();
    return new PortException(
        Kind.MALFORMED,
        Message.of(
            "endpoint.file.unparsable",
            file.toString(),
            place == null ? 0 : place.getLineNr(),
            place == null ? 0 : place.getColumnNr()),
        e);
  }

  private List<EndpointProfile> profiles(ObjectNode root) throws PortException {
    var list = root.path(LIST);
    if (list.isMissingNode()) {
      return List.of();
    }
    if (!(list instanceof ArrayNode)) {
      throw malformed(LIST, Message.of("endpoint.file.list"));
    }
    var profiles = new ArrayList<EndpointProfile>();
    var names = new HashSet<String>();
    for (var node : list) {
      var profile = profile(node, "%s[%d]".formatted(LIST, profiles.size()));
      if (!names.add(profile.name())) {
        throw malformed(
            LIST + "[" + profiles.size() + "]." + NAME, Message.of("endpoint.file.twice"));
      }
      profiles.add(profile);
    }
    return profiles;
  }

  private EndpointProfile profile(JsonNode node, String path) throws PortException {
    try {
      return ProfileJson.read(node);
    } catch (PortException e) {
      throw malformed(path, e.text());
    }
  }

  private PortException malformed(String place, Message reason) {
    return new PortException(
        Kind.MALFORMED, Message.of("endpoint.file.wrong", file.toString(), place, reason));
  }
}
