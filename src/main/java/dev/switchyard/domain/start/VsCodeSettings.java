package dev.switchyard.domain.start;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/// The variables that Claude Code's extension is given in VS Code's own settings:
/// `"claudeCode.environmentVariables": [{"name": "A", "value": "1"}]`. Such a file may hold
/// comments and trailing commas.
///
/// Source: the extension's documentation and its reports of faults. Since 2.1.193 the key counts in
/// the user's settings only; a workspace's own is passed over.
///
/// @param variables names and values
/// @param leftOut how many entries are not of that form
public record VsCodeSettings(Map<String, String> variables, int leftOut) {
  public static final String KEY = "claudeCode.environmentVariables";
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .build();

  public VsCodeSettings {
    variables = Map.copyOf(variables);
  }

  /// Names nothing but names: the values may be secrets.
  @Override
  public String toString() {
    return "VsCodeSettings[" + variables.keySet() + ", leftOut=" + leftOut + "]";
  }

  /// @return empty where the file is no JSON; without variables where the key is not in it
  public static Optional<VsCodeSettings> parse(byte[] content) {
    var text = new String(content, StandardCharsets.UTF_8);
    var plain = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    var found = new VsCodeSettings(Map.of(), 0);
    if (plain.isBlank()) {
      return Optional.of(found);
    }
    try (var parser = FACTORY.createParser(ObjectReadContext.empty(), plain)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return Optional.empty();
      }
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        boolean isKey = parser.currentName().equals(KEY);
        parser.nextToken();
        if (isKey) {
          // Of a key that stands there twice the last one counts.
          found = entries(parser);
        } else {
          parser.skipChildren();
        }
      }
      return parser.currentToken() == JsonToken.END_OBJECT ? Optional.of(found) : Optional.empty();
    } catch (JacksonException _) {
      return Optional.empty();
    }
  }

  private static VsCodeSettings entries(JsonParser parser) {
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      parser.skipChildren();
      return new VsCodeSettings(Map.of(), 1);
    }
    var variables = new LinkedHashMap<String, String>();
    int leftOut = 0;
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      var entry = entry(parser);
      entry.ifPresent(pair -> variables.put(pair.name(), pair.value()));
      leftOut += entry.isEmpty() ? 1 : 0;
    }
    return new VsCodeSettings(variables, leftOut);
  }

  private record Pair(String name, String value) {}

  private static Optional<Pair> entry(JsonParser parser) {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      parser.skipChildren();
      return Optional.empty();
    }
    var members = new LinkedHashMap<String, String>();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      var member = parser.currentName();
      if (parser.nextToken().isScalarValue() && parser.currentToken() != JsonToken.VALUE_NULL) {
        members.put(member, parser.getString());
      } else {
        parser.skipChildren();
      }
    }
    return Optional.ofNullable(members.get("name"))
        .filter(name -> !name.isBlank())
        .map(name -> new Pair(name, members.getOrDefault("value", "")));
  }
}
