package dev.switchyard.domain.route.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// A JSON document and where its members stand, two levels deep, and the elements of arrays in the
/// second level: deeper ones belong to nobody here.
///
/// Offsets come from Jackson's parser over bytes. They are right with and without a byte order
/// mark, provided that a token is finished before its end is asked for; a name's end is never asked
/// for, since the parser has none.
///
/// @param bytes the document as it stands in the file
/// @param root its value, empty where the file holds nothing but white space
/// @param members what can be asked for by name; of a name that stands there twice the last one
record JsonDocument(
    byte[] bytes, Optional<JsonValue> root, Map<Section, Map<String, JsonValue.Member>> members) {
  private static final int DEPTH_OF_INTEREST = 2;
  private static final int BYTE_ORDER_MARK_LENGTH = 3;

  /// Its options and its name for the source, in parentheses.
  private static final Pattern PARSERS_OWN =
      Pattern.compile(" \\((?:start marker at|not recognized)(?:[^()]++|\\([^()]*+\\))*+\\)");

  /// A list of projects asks each file some hundred times, so the names are looked up in a table.
  private JsonDocument(byte[] bytes, Optional<JsonValue> root) {
    this(bytes, root, new EnumMap<>(Section.class));
    for (var section : Section.values()) {
      var named = new HashMap<String, JsonValue.Member>();
      holder(section)
          .ifPresent(part -> part.members().forEach(member -> named.put(member.name(), member)));
      members.put(section, named);
    }
  }

  /// @param file for the message only
  /// @throws PortException REFUSED for UTF-16 and anything else with zero bytes, MALFORMED for what
  ///   is not UTF-8 or not JSON, with line and column
  static JsonDocument parse(Path file, byte[] bytes) throws PortException {
    requireUtf8(file, bytes);
    if (isBlank(bytes)) {
      return new JsonDocument(bytes, Optional.empty());
    }
    try (var parser = ClaudeJson.parser(bytes)) {
      parser.nextToken();
      var root = value(parser, 0);
      if (parser.nextToken() != null) {
        var extra = (int) parser.currentTokenLocation().getByteOffset();
        throw malformed(file, bytes, extra, "content after the end of the document");
      }
      return new JsonDocument(bytes, Optional.of(root));
    } catch (JacksonException e) {
      var at = e.getLocation() == null ? -1 : (int) e.getLocation().getByteOffset();
      throw malformed(file, bytes, at < 0 ? bytes.length : at, plain(e.getOriginalMessage()));
    }
  }

  /// Without what the parser says of its own options.
  private static String plain(String message) {
    return PARSERS_OWN.matcher(message).replaceAll("");
  }

  String raw(JsonValue value) {
    return new String(bytes, value.start(), value.end() - value.start(), UTF_8);
  }

  /// The part of the document that a section is; of one that stands there twice the last one.
  Optional<JsonValue.Container> holder(Section section) {
    return section == Section.TOP
        ? root.filter(JsonValue.Container.class::isInstance).map(JsonValue.Container.class::cast)
        : member(section.asKey())
            .map(JsonValue.Member::value)
            .filter(
                section == Section.DENY
                    ? JsonValue.Array.class::isInstance
                    : JsonValue.Structure.class::isInstance)
            .map(JsonValue.Container.class::cast);
  }

  /// Of a key that stands there twice the last one counts.
  Optional<JsonValue.Member> member(SettingKey key) {
    return Optional.ofNullable(members.getOrDefault(key.section(), Map.of()).get(key.name()));
  }

  private static JsonValue value(JsonParser parser, int depth) {
    var start = (int) parser.currentTokenLocation().getByteOffset();
    return switch (parser.currentToken()) {
      case START_OBJECT -> structure(parser, start, depth);
      case START_ARRAY -> array(parser, start, depth);
      case VALUE_STRING -> {
        var text = parser.getString();
        yield new JsonValue.Text(start, end(parser), text);
      }
      default -> {
        var raw = parser.getString();
        yield new JsonValue.Literal(start, end(parser), raw);
      }
    };
  }

  private static JsonValue array(JsonParser parser, int start, int depth) {
    var elements = new ArrayList<JsonValue.Member>();
    if (depth <= DEPTH_OF_INTEREST) {
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        var element = value(parser, depth + 1);
        var name = element instanceof JsonValue.Text text ? text.text() : "";
        elements.add(new JsonValue.Member(name, element.start(), element));
      }
    } else {
      parser.skipChildren();
    }
    return new JsonValue.Array(start, end(parser), elements);
  }

  private static JsonValue structure(JsonParser parser, int start, int depth) {
    var members = new ArrayList<JsonValue.Member>();
    if (depth >= DEPTH_OF_INTEREST) {
      parser.skipChildren();
    } else {
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        var name = parser.currentName();
        var nameStart = (int) parser.currentTokenLocation().getByteOffset();
        parser.nextToken();
        members.add(new JsonValue.Member(name, nameStart, value(parser, depth + 1)));
      }
    }
    return new JsonValue.Structure(start, end(parser), members);
  }

  private static int end(JsonParser parser) {
    parser.finishToken();
    return (int) parser.currentLocation().getByteOffset();
  }

  private static void requireUtf8(Path file, byte[] bytes) throws PortException {
    if (SettingsEncoding.isUtf16(bytes)) {
      throw new PortException(
          PortException.Kind.REFUSED, Message.of("route.settings.utf16", file.toString()));
    }
    // A parser of bytes would guess UTF-16 and UTF-32 from the zeros and answer with wrong offsets.
    if (SettingsEncoding.holdsZero(bytes)) {
      throw new PortException(
          PortException.Kind.REFUSED, Message.of("route.settings.zeros", file.toString()));
    }
    if (!Arrays.equals(new String(bytes, UTF_8).getBytes(UTF_8), bytes)) {
      throw new PortException(
          PortException.Kind.MALFORMED, Message.of("route.settings.not-utf8", file.toString()));
    }
  }

  private static boolean isBlank(byte[] bytes) {
    return text(bytes, bytes.length).isBlank();
  }

  private static PortException malformed(Path file, byte[] bytes, int offset, String reason) {
    var before = text(bytes, Math.min(offset, bytes.length));
    var lineStart = before.lastIndexOf('\n') + 1;
    var line = before.chars().filter(c -> c == '\n').count() + 1;
    var column = before.codePointCount(lineStart, before.length()) + 1;
    return new PortException(
        PortException.Kind.MALFORMED,
        Message.of(
            "route.settings.unparsable", file.toString(), line, column, firstSentence(reason)));
  }

  /// Jackson adds a second line about its own source.
  private static String firstSentence(String reason) {
    return reason.lines().findFirst().orElse("");
  }

  private static String text(byte[] bytes, int end) {
    var start =
        SettingsEncoding.startsWithUtf8Mark(bytes) ? Math.min(BYTE_ORDER_MARK_LENGTH, end) : 0;
    return new String(bytes, start, end - start, UTF_8);
  }
}
