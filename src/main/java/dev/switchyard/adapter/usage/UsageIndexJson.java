package dev.switchyard.adapter.usage;

import dev.switchyard.adapter.json.JsonTree;
import dev.switchyard.domain.route.Destination;
import dev.switchyard.domain.usage.AnswerForm;
import dev.switchyard.domain.usage.Ledger;
import dev.switchyard.domain.usage.Tally;
import dev.switchyard.domain.usage.UsageKey;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.file.FileSystem;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;

/// The index's form on disk: `{"version": 1, "unreadable": 0, "files": […], "totals": […], "open":
/// […], "counted": ["…"]}`. The ids of answers stand there as base 64 of eight bytes each.
final class UsageIndexJson {
  private static final int VERSION = 1;
  private static final int IDS_PER_TEXT = 8_192;
  private static final JsonFactory FACTORY = new JsonFactory();

  private final FileSystem system;

  /// @param system where the transcripts are
  UsageIndexJson(FileSystem system) {
    this.system = system;
  }

  /// @throws IllegalArgumentException for an index that a newer Switchyard wrote, or that is none
  UsageIndex read(byte[] bytes) {
    var root = JsonTree.read(bytes);
    if (root.path("version").asInt(0) != VERSION) {
      throw new IllegalArgumentException("not an index of version " + VERSION);
    }
    var files = new LinkedHashMap<Path, ReadTranscript>();
    for (var node : root.required("files")) {
      files.put(system.getPath(text(node, "file")), transcript(node));
    }
    return new UsageIndex(files, ledger(root));
  }

  static byte[] write(UsageIndex index) {
    var bytes = new ByteArrayOutputStream();
    try (var json = FACTORY.createGenerator(ObjectWriteContext.empty(), bytes)) {
      json.writeStartObject();
      json.writeNumberProperty("version", VERSION);
      json.writeNumberProperty("unreadable", index.ledger().unreadable());
      json.writeArrayPropertyStart("files");
      index.files().forEach((file, read) -> write(json, file, read));
      json.writeEndArray();
      json.writeArrayPropertyStart("totals");
      index.ledger().totals().forEach((key, tally) -> write(json, key, tally));
      json.writeEndArray();
      json.writeArrayPropertyStart("open");
      index.ledger().open().forEach((id, open) -> write(json, id, open));
      json.writeEndArray();
      writeIds(json, index.ledger().ids().toArray());
      json.writeEndObject();
    }
    return bytes.toByteArray();
  }

  private static ReadTranscript transcript(JsonNode node) {
    return new ReadTranscript(
        node.required("offset").longValue(),
        text(node, "anchor"),
        node.required("size").longValue(),
        node.required("modified").longValue(),
        optional(node, "start"));
  }

  private static void write(JsonGenerator json, Path file, ReadTranscript read) {
    json.writeStartObject();
    json.writeStringProperty("file", file.toString());
    json.writeNumberProperty("offset", read.offset());
    json.writeStringProperty("anchor", read.anchor());
    json.writeNumberProperty("size", read.size());
    json.writeNumberProperty("modified", read.modifiedMillis());
    read.start().ifPresent(start -> json.writeStringProperty("start", start));
    json.writeEndObject();
  }

  private static Ledger ledger(JsonNode root) {
    var totals = new LinkedHashMap<UsageKey, Tally>();
    root.required("totals").forEach(node -> totals.put(key(node), tally(node)));
    var open = new LinkedHashMap<Long, Ledger.Open>();
    root.required("open")
        .forEach(node ->
            open.put(node.required("id").longValue(), new Ledger.Open(key(node), tally(node))));
    var ledger = new Ledger();
    ledger.restore(totals, open, root.required("unreadable").longValue());
    for (var text : root.required("counted")) {
      var ids = ByteBuffer.wrap(Base64.getDecoder().decode(text.stringValue())).asLongBuffer();
      while (ids.hasRemaining()) {
        ledger.restore(ids.get());
      }
    }
    return ledger;
  }

  private static UsageKey key(JsonNode node) {
    return new UsageKey(
        LocalDate.parse(text(node, "day")),
        text(node, "project"),
        text(node, "model"),
        AnswerForm.named(text(node, "form")).orElse(AnswerForm.UNKNOWN),
        optional(node, "routed").flatMap(UsageIndexJson::destination));
  }

  private static Optional<Destination> destination(String name) {
    return Arrays.stream(Destination.values())
        .filter(each -> each.wireName().equals(name))
        .findFirst();
  }

  private static Tally tally(JsonNode node) {
    return new Tally(
        node.required("requests").longValue(),
        node.required("input").longValue(),
        node.required("cacheRead").longValue(),
        node.required("cacheWrite").longValue(),
        node.required("output").longValue());
  }

  private static void write(JsonGenerator json, UsageKey key, Tally tally) {
    json.writeStartObject();
    writeMembers(json, key, tally);
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, long id, Ledger.Open open) {
    json.writeStartObject();
    json.writeNumberProperty("id", id);
    writeMembers(json, open.key(), open.tally());
    json.writeEndObject();
  }

  private static void writeMembers(JsonGenerator json, UsageKey key, Tally tally) {
    json.writeStringProperty("day", key.day().toString());
    json.writeStringProperty("project", key.project());
    json.writeStringProperty("model", key.model());
    json.writeStringProperty("form", key.form().id());
    key.routed().ifPresent(routed -> json.writeStringProperty("routed", routed.wireName()));
    json.writeNumberProperty("requests", tally.requests());
    json.writeNumberProperty("input", tally.inputTokens());
    json.writeNumberProperty("cacheRead", tally.cacheReadTokens());
    json.writeNumberProperty("cacheWrite", tally.cacheWriteTokens());
    json.writeNumberProperty("output", tally.outputTokens());
  }

  private static void writeIds(JsonGenerator json, long[] ids) {
    json.writeArrayPropertyStart("counted");
    for (int from = 0; from < ids.length; from += IDS_PER_TEXT) {
      int size = Math.min(IDS_PER_TEXT, ids.length - from);
      var bytes = ByteBuffer.allocate(size * Long.BYTES);
      bytes.asLongBuffer().put(ids, from, size);
      json.writeString(Base64.getEncoder().encodeToString(bytes.array()));
    }
    json.writeEndArray();
  }

  private static String text(JsonNode node, String name) {
    return node.required(name).stringValue();
  }

  private static Optional<String> optional(JsonNode node, String name) {
    return node.path(name).asStringOpt();
  }
}
