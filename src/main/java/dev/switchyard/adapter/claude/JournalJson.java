package dev.switchyard.adapter.claude;

import dev.switchyard.adapter.json.JsonTree;
import dev.switchyard.domain.Fingerprint;
import dev.switchyard.domain.project.AddedLine;
import dev.switchyard.domain.route.Journal;
import dev.switchyard.domain.route.Journal.Baseline;
import dev.switchyard.domain.route.Journal.Before;
import dev.switchyard.domain.route.Journal.Switch;
import dev.switchyard.domain.route.Journal.Unfinished;
import dev.switchyard.domain.route.Journal.Write;
import dev.switchyard.domain.route.RouteChoice;
import dev.switchyard.domain.route.text.Section;
import dev.switchyard.domain.route.text.SettingKey;
import dev.switchyard.domain.route.text.Standing;
import java.nio.file.FileSystem;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The journal's form on disk. A key that was not there is a `null`; what was there stands as the
/// text that it was.
final class JournalJson {
  private static final int VERSION = 1;
  private static final String ABSENT = "absent";
  private static final String FILLED = "filled";

  private final FileSystem system;

  /// @param system where the files are that the journal is about
  JournalJson(FileSystem system) {
    this.system = system;
  }

  /// @throws IllegalArgumentException for a journal that a newer Switchyard wrote, or that is none
  Journal read(byte[] bytes) {
    var root = JsonTree.read(bytes);
    if (root.path("version").asInt(0) != VERSION) {
      throw new IllegalArgumentException("not a journal of version " + VERSION);
    }
    return journal(root);
  }

  static byte[] write(Journal journal) {
    var root = json(journal).put("version", VERSION);
    return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsBytes(root);
  }

  /// @throws IllegalArgumentException for what is no baseline
  Baseline readBaseline(byte[] bytes) {
    return baseline(JsonTree.read(bytes));
  }

  static byte[] write(Baseline baseline) {
    return JsonMapper.shared().writeValueAsBytes(json(baseline));
  }

  private Journal journal(JsonNode root) {
    var baselines = new LinkedHashMap<Path, Baseline>();
    root.path("baselines")
        .properties()
        .forEach(entry -> baselines.put(path(entry.getKey()), baseline(entry.getValue())));
    var switches = root.path("switches").values().stream().map(this::oneSwitch).toList();
    var choices = new LinkedHashMap<Path, RouteChoice>();
    root.path("choices")
        .properties()
        .forEach(entry ->
            choices.put(path(entry.getKey()), RouteChoice.valueOf(entry.getValue().asString())));
    return new Journal(
        baselines, switches, choices, optional(root.get("unfinished")).map(this::unfinished));
  }

  private static ObjectNode json(Journal journal) {
    var root = JsonNodeFactory.instance.objectNode();
    var baselines = root.putObject("baselines");
    journal.baselines().forEach((file, baseline) -> baselines.set(file.toString(), json(baseline)));
    var switches = root.putArray("switches");
    journal.switches().forEach(one -> switches.add(json(one)));
    var choices = root.putObject("choices");
    journal.choices().forEach((folder, choice) -> choices.put(folder.toString(), choice.name()));
    journal.unfinished().ifPresent(open -> root.set("unfinished", json(open)));
    return root;
  }

  private Unfinished unfinished(JsonNode json) {
    return new Unfinished(
        journal(json.path("earlier")),
        json.path("writes").values().stream().map(this::write).toList());
  }

  private static ObjectNode json(Unfinished open) {
    var json = JsonNodeFactory.instance.objectNode();
    json.set("earlier", json(open.earlier()));
    var writes = json.putArray("writes");
    for (var write : open.writes()) {
      writes
          .addObject()
          .put("file", write.file().toString())
          .put("before", write.before().text())
          .put("after", write.after().text());
    }
    return json;
  }

  private Write write(JsonNode json) {
    return new Write(
        path(json.path("file").asString()),
        new Fingerprint(json.path("before").asString()),
        new Fingerprint(json.path("after").asString()));
  }

  private Switch oneSwitch(JsonNode json) {
    return new Switch(
        Instant.parse(json.path("at").asString()),
        path(json.path("folder").asString()),
        RouteChoice.valueOf(json.path("choice").asString()),
        optional(json.get("earlier")).map(JsonNode::asString).map(RouteChoice::valueOf),
        json.path("files").values().stream().map(this::before).toList());
  }

  private static ObjectNode json(Switch one) {
    var json =
        JsonNodeFactory.instance
            .objectNode()
            .put("at", one.at().toString())
            .put("folder", one.folder().toString())
            .put("choice", one.choice().name());
    one.earlier().ifPresent(choice -> json.put("earlier", choice.name()));
    var files = json.putArray("files");
    one.files().forEach(before -> files.add(json(before)));
    return json;
  }

  private Before before(JsonNode json) {
    return new Before(
        path(json.path("file").asString()),
        standing(json.path("standing")),
        standing(json.path("left")),
        optional(json.get("baseline")).map(this::baseline));
  }

  private static ObjectNode json(Before before) {
    var json = JsonNodeFactory.instance.objectNode().put("file", before.file().toString());
    json.set("standing", json(before.standing()));
    json.set("left", json(before.left()));
    before.baseline().ifPresent(baseline -> json.set("baseline", json(baseline)));
    return json;
  }

  private Baseline baseline(JsonNode json) {
    return new Baseline(
        standing(json.path("standing")),
        standing(json.path("left")),
        json.path("createdFolder").asBoolean(false),
        optional(json.get("excluded")).map(this::addedLine));
  }

  private static ObjectNode json(Baseline baseline) {
    var json = JsonNodeFactory.instance.objectNode().put("createdFolder", baseline.createdFolder());
    json.set("standing", json(baseline.standing()));
    json.set("left", json(baseline.left()));
    baseline.excluded().ifPresent(line -> json.set("excluded", json(line)));
    return json;
  }

  private AddedLine addedLine(JsonNode json) {
    return new AddedLine(
        path(json.path("file").asString()),
        json.path("text").asString(),
        json.path("createdFile").asBoolean());
  }

  private static ObjectNode json(AddedLine line) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("file", line.file().toString())
        .put("text", line.text())
        .put("createdFile", line.createdFile());
  }

  private static Standing standing(JsonNode json) {
    var holders = new EnumMap<Section, Standing.Holder>(Section.class);
    json.path("holders")
        .properties()
        .forEach(entry -> holders.put(Section.valueOf(entry.getKey()), holder(entry.getValue())));
    Map<SettingKey, Optional<String>> values = new LinkedHashMap<>();
    json.path("values")
        .properties()
        .forEach(entry ->
            values.put(
                SettingKey.parse(entry.getKey()),
                optional(entry.getValue()).map(JsonNode::asString)));
    return new Standing(holders, values);
  }

  private static ObjectNode json(Standing standing) {
    var json = JsonNodeFactory.instance.objectNode();
    var holders = json.putObject("holders");
    standing.holders().forEach((section, holder) -> put(holders, section.name(), holder));
    var values = json.putObject("values");
    standing.values().forEach((key, raw) -> values.put(key.stableName(), raw.orElse(null)));
    return json;
  }

  private static void put(ObjectNode holders, String section, Standing.Holder holder) {
    switch (holder) {
      case Standing.Holder.Absent() -> holders.put(section, ABSENT);
      case Standing.Holder.Filled() -> holders.put(section, FILLED);
      case Standing.Holder.Empty(var raw) -> holders.putObject(section).put("raw", raw);
    }
  }

  private static Standing.Holder holder(JsonNode json) {
    if (json.isObject()) {
      return new Standing.Holder.Empty(json.path("raw").asString());
    }
    return switch (json.asString()) {
      case ABSENT -> new Standing.Holder.Absent();
      case FILLED -> new Standing.Holder.Filled();
      default -> throw new IllegalArgumentException("no such holder: " + json);
    };
  }

  private static Optional<JsonNode> optional(@Nullable JsonNode json) {
    return Optional.ofNullable(json).filter(node -> !node.isNull());
  }

  private Path path(String text) {
    return system.getPath(text);
  }
}
