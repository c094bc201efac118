package dev.switchyard.adapter.localonly;

import dev.switchyard.adapter.file.AtomicFiles;
import dev.switchyard.adapter.file.LockedFile;
import dev.switchyard.adapter.json.JsonTree;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.localonly.LocalOnly;
import dev.switchyard.domain.localonly.LocalOnlyStore;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Which projects are local only, in `local-only.json` of Switchyard's configuration folder. A file
/// that cannot be read never counts as "none".
public final class LocalOnlyFile implements LocalOnlyStore {
  private static final String EVERYWHERE = "everywhere";
  private static final String PROJECTS = "projects";
  private static final String FOLDER = "folder";
  private static final String HOSTS = "hosts";

  private final Path file;
  private final LockedFile locked;

  /// @param configuration Switchyard's configuration folder
  public LocalOnlyFile(Path configuration) {
    this.file = configuration.resolve("local-only.json");
    this.locked = new LockedFile(configuration, "local-only.json");
  }

  @Override
  public Kept load() throws PortException {
    // Every look at a route comes by here, and hardly anybody has the file.
    if (Files.notExists(file)) {
      return Kept.NOTHING;
    }
    try {
      var root = JsonTree.read(AtomicFiles.read(file).orElseGet(() -> new byte[0]));
      if (!root.isObject()) {
        throw malformed(null);
      }
      var all = root.path(EVERYWHERE);
      return new Kept(
          all.isMissingNode() ? Optional.empty() : Optional.of(rule(all)), folders(root));
    } catch (JacksonException | IllegalArgumentException e) {
      throw malformed(e);
    }
  }

  private Map<Path, LocalOnly> folders(JsonNode root) throws PortException {
    var list = root.path(PROJECTS);
    if (!list.isMissingNode() && !list.isArray()) {
      throw malformed(null);
    }
    var folders = new LinkedHashMap<Path, LocalOnly>();
    for (var one : list.values()) {
      var folder = one.path(FOLDER);
      if (!folder.isString() || !Path.of(folder.asString()).isAbsolute()) {
        throw malformed(null);
      }
      folders.put(Path.of(folder.asString()), rule(one));
    }
    return folders;
  }

  private LocalOnly rule(JsonNode node) throws PortException {
    var list = node.path(HOSTS);
    if (!node.isObject() || !list.isMissingNode() && !list.isArray()) {
      throw malformed(null);
    }
    var hosts = new ArrayList<String>();
    for (var host : list.values()) {
      if (!host.isString()) {
        throw malformed(null);
      }
      hosts.add(host.asString());
    }
    return LocalOnly.allowing(hosts);
  }

  @Override
  public void change(UnaryOperator<Kept> change) throws PortException {
    locked.exclusively(() -> {
      var next = change.apply(load());
      save(next);
      return next;
    });
  }

  private void save(Kept kept) throws PortException {
    var root = JsonNodeFactory.instance.objectNode();
    kept.everywhere().ifPresent(rule -> write(root.putObject(EVERYWHERE), rule));
    var list = root.putArray(PROJECTS);
    new TreeMap<>(kept.folders())
        .forEach((folder, rule) -> write(list.addObject().put(FOLDER, folder.toString()), rule));
    AtomicFiles.writePrivate(file, (root.toPrettyString() + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private static void write(ObjectNode into, LocalOnly rule) {
    var hosts = into.putArray(HOSTS);
    rule.hosts().forEach(hosts::add);
  }

  private PortException malformed(@Nullable Exception cause) {
    return new PortException(
        PortException.Kind.MALFORMED, Message.of("local-only.unreadable", file.toString()), cause);
  }
}
