package dev.switchyard.adapter.endpoint;

import dev.switchyard.adapter.file.AtomicFiles;
import dev.switchyard.adapter.json.JsonTree;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.endpoint.profile.EndpointProfile;
import dev.switchyard.domain.team.ImportJournal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What the last import changed, in the private file `last-import.json` of Switchyard's state
/// folder.
public final class ImportsFile implements ImportJournal {
  private static final String ENDPOINTS = "endpoints";
  private static final String VARIANTS = "variants";
  private static final String SWITCHED = "switchedAt";
  private static final String BEFORE = "before";
  private static final String AFTER = "after";

  private final Path file;

  /// @param state Switchyard's state folder
  public ImportsFile(Path state) {
    this.file = state.resolve("last-import.json");
  }

  @Override
  public Optional<Entry> last() throws PortException {
    var content = AtomicFiles.read(file);
    if (content.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(entry(JsonTree.read(content.get())));
    } catch (JacksonException | DateTimeException e) {
      throw new PortException(
          PortException.Kind.MALFORMED, Message.of("team.journal", file.toString()), e);
    }
  }

  @Override
  public void save(Optional<Entry> entry) throws PortException {
    if (entry.isEmpty()) {
      AtomicFiles.delete(file);
      return;
    }
    var text = json(entry.get()).toPrettyString() + "\n";
    AtomicFiles.writePrivate(file, text.getBytes(StandardCharsets.UTF_8));
  }

  private static Entry entry(JsonNode root) throws PortException {
    var endpoints = new ArrayList<ChangedEndpoint>();
    for (var node : root.required(ENDPOINTS)) {
      var before =
          node.has(BEFORE)
              ? Optional.of(ProfileJson.read(node.path(BEFORE)))
              : Optional.<EndpointProfile>empty();
      endpoints.add(new ChangedEndpoint(before, ProfileJson.read(node.required(AFTER))));
    }
    var variants = new ArrayList<ChangedVariant>();
    for (var node : root.required(VARIANTS)) {
      variants.add(
          new ChangedVariant(
              node.required("name").stringValue(),
              node.path(BEFORE).asStringOpt(),
              node.required(AFTER).stringValue()));
    }
    return new Entry(endpoints, variants, root.path(SWITCHED).asStringOpt().map(Instant::parse));
  }

  private static ObjectNode json(Entry entry) {
    var root = JsonNodeFactory.instance.objectNode();
    var endpoints = root.putArray(ENDPOINTS);
    for (var changed : entry.endpoints()) {
      var node = endpoints.addObject();
      changed.before().ifPresent(before -> ProfileJson.write(node.putObject(BEFORE), before));
      ProfileJson.write(node.putObject(AFTER), changed.after());
    }
    var variants = root.putArray(VARIANTS);
    for (var changed : entry.variants()) {
      var node = variants.addObject().put("name", changed.name());
      changed.before().ifPresent(before -> node.put(BEFORE, before));
      node.put(AFTER, changed.after());
    }
    entry.switched().ifPresent(moment -> root.put(SWITCHED, moment.toString()));
    return root;
  }
}
