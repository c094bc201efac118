package dev.switchyard.adapter.doctor;

import dev.switchyard.adapter.file.AtomicFiles;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.doctor.Done;
import dev.switchyard.domain.doctor.Treatment;
import dev.switchyard.domain.doctor.TreatmentStore;
import dev.switchyard.domain.endpoint.EndpointUrl;
import dev.switchyard.domain.model.ModelName;
import dev.switchyard.domain.project.AddedLine;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What fixes have done, in the private file `doctor.json` of Switchyard's state folder.
public final class TreatmentFile implements TreatmentStore {
  private static final JsonMapper MAPPER = JsonMapper.shared();

  private final Path file;

  /// @param state Switchyard's state folder
  public TreatmentFile(Path state) {
    this.file = state.resolve("doctor.json");
  }

  @Override
  public List<Treatment> load() throws PortException {
    var content = AtomicFiles.read(file);
    if (content.isEmpty()) {
      return List.of();
    }
    try {
      return MAPPER.readTree(content.get()).required("fixes").values().stream()
          .map(TreatmentFile::treatment)
          .toList();
    } catch (JacksonException | IllegalArgumentException | DateTimeException e) {
      throw new PortException(
          PortException.Kind.MALFORMED, Message.of("doctor.unreadable", file.toString()), e);
    }
  }

  @Override
  public void save(List<Treatment> treatments) throws PortException {
    var root = MAPPER.createObjectNode();
    var fixes = root.putArray("fixes");
    for (var treatment : treatments) {
      var node = fixes.addObject().put("id", treatment.id()).put("at", treatment.at().toString());
      var done = node.putArray("done");
      treatment.done().forEach(one -> write(done.addObject(), one));
    }
    AtomicFiles.writePrivate(file, MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(root));
  }

  private static void write(ObjectNode node, Done done) {
    switch (done) {
      case Done.Started(var url) -> node.put("kind", "started").put("url", url.toString());
      case Done.Switched(var at, var folder) ->
          node.put("kind", "switched").put("at", at.toString()).put("folder", folder.toString());
      case Done.Restored(var restored, var earlier) ->
          node.put("kind", "restored").put("file", restored.toString()).put("earlier", earlier);
      case Done.Pulled(var server, var model) ->
          node.put("kind", "pulled").put("url", server.toString()).put("model", model.toString());
      case Done.Built built -> {
        node.put("kind", "built")
            .put("url", built.server().toString())
            .put("name", built.name())
            .put("existed", built.existed());
        built.contextTokens().ifPresent(tokens -> node.put("contextTokens", tokens));
        built.modelfile().ifPresent(text -> node.put("modelfile", text));
        built.kept().ifPresent(name -> node.put("kept", name.toString()));
        built
            .result()
            .ifPresent(result ->
                node.putObject("result")
                    .put("modelfile", result.modelfile())
                    .put("model", result.model()));
      }
      case Done.Copied(var server, var name) ->
          node.put("kind", "copied").put("url", server.toString()).put("model", name.toString());
      case Done.Kept(var server, var model, var wasLoaded) ->
          node.put("kind", "kept")
              .put("url", server.toString())
              .put("model", model.toString())
              .put("wasLoaded", wasLoaded);
      case Done.Untracked(var root, var untracked, var entry, var line) -> {
        node.put("kind", "untracked")
            .put("root", root.toString())
            .put("file", untracked.toString())
            .put("entry", entry);
        line.ifPresent(added ->
            node.putObject("line")
                .put("file", added.file().toString())
                .put("text", added.text())
                .put("createdFile", added.createdFile()));
      }
      case Done.Configured(var configured, var before, var after) -> {
        node.put("kind", "configured").put("file", configured.toString()).put("after", after);
        before.ifPresent(text -> node.put("before", text));
      }
      case Done.Reloaded(var server, var model) ->
          node.put("kind", "reloaded").put("url", server.toString()).put("model", model.toString());
    }
  }

  private static Treatment treatment(JsonNode node) {
    return new Treatment(
        text(node, "id"),
        Instant.parse(text(node, "at")),
        node.required("done").values().stream().map(TreatmentFile::done).toList());
  }

  private static Done done(JsonNode node) {
    return switch (text(node, "kind")) {
      case "started" -> new Done.Started(url(node));
      case "switched" -> new Done.Switched(Instant.parse(text(node, "at")), path(node, "folder"));
      case "restored" -> new Done.Restored(path(node, "file"), text(node, "earlier"));
      case "pulled" -> new Done.Pulled(url(node), ModelName.of(text(node, "model")));
      case "built" ->
          new Done.Built(
              url(node),
              text(node, "name"),
              node.required("existed").booleanValue(),
              optional(node, "contextTokens").map(JsonNode::intValue),
              optional(node, "modelfile").map(JsonNode::stringValue),
              optional(node, "kept").map(JsonNode::stringValue).map(ModelName::of),
              optional(node, "result")
                  .map(result ->
                      new Done.Built.Result(text(result, "modelfile"), text(result, "model"))));
      case "copied" -> new Done.Copied(url(node), ModelName.of(text(node, "model")));
      case "kept" ->
          new Done.Kept(
              url(node),
              ModelName.of(text(node, "model")),
              node.required("wasLoaded").booleanValue());
      case "untracked" ->
          new Done.Untracked(
              path(node, "root"),
              path(node, "file"),
              text(node, "entry"),
              optional(node, "line")
                  .map(line ->
                      new AddedLine(
                          path(line, "file"),
                          text(line, "text"),
                          line.required("createdFile").booleanValue())));
      case "configured" ->
          new Done.Configured(
              path(node, "file"),
              optional(node, "before").map(JsonNode::stringValue),
              text(node, "after"));
      case "reloaded" -> new Done.Reloaded(url(node), ModelName.of(text(node, "model")));
      default -> throw new IllegalArgumentException("no such kind");
    };
  }

  private static Optional<JsonNode> optional(JsonNode node, String field) {
    return node.has(field) ? Optional.of(node.path(field)) : Optional.empty();
  }

  private static String text(JsonNode node, String field) {
    return node.required(field).stringValue();
  }

  /// @throws IllegalArgumentException where it is none, as [InvalidPathException] is one
  private static Path path(JsonNode node, String field) {
    return Path.of(text(node, field));
  }

  private static EndpointUrl url(JsonNode node) {
    return EndpointUrl.parse(text(node, "url")).orElseThrow(IllegalArgumentException::new);
  }
}
