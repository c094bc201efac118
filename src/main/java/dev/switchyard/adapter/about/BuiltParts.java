package dev.switchyard.adapter.about;

import dev.switchyard.domain.about.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the build of the image has written about the program: `packaging/Licences.java` makes it.
/// There is none when the program is run from its sources.
final class BuiltParts {
  private static final String RESOURCE = "/dev/switchyard/parts.json";

  private final JsonNode root;

  private BuiltParts(JsonNode root) {
    this.root = root;
  }

  static BuiltParts ofResource() {
    try (var content = BuiltParts.class.getResourceAsStream(RESOURCE)) {
      return content == null ? of(InputStream.nullInputStream()) : of(content);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + RESOURCE, e);
    }
  }

  static BuiltParts of(InputStream content) {
    return new BuiltParts(new JsonMapper().readTree(content));
  }

  Optional<String> revision() {
    return text("revision");
  }

  Optional<URI> address() {
    return text("address").map(URI::create);
  }

  private Optional<String> text(String field) {
    return Optional.of(root.path(field).asString("")).filter(text -> !text.isBlank());
  }

  /// @param version what the module itself says, which the build knows better where it says nothing
  Part part(String module, String version) {
    for (var part : root.path("parts")) {
      if (part.path("module").asString("").equals(module)) {
        return new Part(
            part.path("name").asString(module),
            part.path("version").asString(version),
            Optional.of(licence(part)));
      }
    }
    return new Part(module, version, Optional.empty());
  }

  /// A text that many parts share stands there once.
  private Part.Licence licence(JsonNode part) {
    List<String> texts = new ArrayList<>();
    for (var id : part.path("texts")) {
      texts.add(root.path("texts").path(id.asString("")).asString(""));
    }
    return new Part.Licence(
        part.path("licence").asString(""), part.path("address").asString(""), texts);
  }
}
