package dev.switchyard.domain.team;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/// A JSON value and where it stands, out of a file that anybody may have written: strict, and never
/// larger than it is allowed to be.
sealed interface LocatedJson {
  Place place();

  /// @param line from 1
  /// @param column from 1
  /// @param path such as `endpoints[0].url`; `$` for the whole
  record Place(int line, int column, String path) {
    /// The text of the problem never holds what stands there: that may be a secret.
    PortException wrong(PortException.Kind kind, Message reason) {
      return new PortException(kind, Message.of("team.file.wrong", line, column, path, reason));
    }

    PortException wrong(String key, Object... arguments) {
      return wrong(PortException.Kind.MALFORMED, Message.of(key, arguments));
    }
  }

  record Text(Place place, String value) implements LocatedJson {}

  /// @param raw as written, of at most [#LONGEST_NUMBER] characters
  record WholeNumber(Place place, String raw) implements LocatedJson {}

  record Elements(Place place, List<LocatedJson> values) implements LocatedJson {}

  record Fields(Place place, Map<String, LocatedJson> values) implements LocatedJson {}

  /// `true`, `false`, `null`, and numbers with a fraction: nothing of the kind is wanted anywhere.
  record Other(Place place) implements LocatedJson {}

  int LONGEST_NUMBER = 9;

  /// @throws PortException MALFORMED, REFUSED
  static LocatedJson parse(byte[] content) throws PortException {
    return Parsing.parse(content);
  }

  /// From text to values.
  final class Parsing {
    private static final int DEEPEST = 6;
    private static final JsonFactory FACTORY =
        JsonFactory.builder()
            .streamReadConstraints(
                StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxNumberLength(LONGEST_NUMBER)
                    .maxNameLength(64)
                    .maxStringLength(SharedVariant.LONGEST_LINE)
                    .maxDocumentLength(TeamFile.LARGEST)
                    .build())
            .build();

    private final JsonParser parser;

    private Parsing(JsonParser parser) {
      this.parser = parser;
    }

    static LocatedJson parse(byte[] content) throws PortException {
      try (var parser = FACTORY.createParser(ObjectReadContext.empty(), text(content))) {
        return new Parsing(parser).document();
      } catch (JacksonException e) {
        // Its own words may quote what stands there.
        throw place(e.getLocation(), "$").wrong("team.file.json");
      }
    }

    /// A parser of bytes would guess other encodings than UTF-8, in which people would read another
    /// text than it does.
    private static String text(byte[] content) throws PortException {
      if (content.length > TeamFile.LARGEST) {
        throw new PortException(
            PortException.Kind.REFUSED, Message.of("team.file.large", TeamFile.LARGEST / 1024));
      }
      try {
        var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
        if (text.indexOf('\0') < 0 && !text.startsWith("\uFEFF")) {
          return text;
        }
      } catch (CharacterCodingException _) {
        // As below.
      }
      throw new PortException(PortException.Kind.REFUSED, Message.of("team.file.encoding"));
    }

    private LocatedJson document() throws PortException {
      if (parser.nextToken() == null) {
        throw place("$").wrong("team.file.json");
      }
      var value = value("$");
      if (parser.nextToken() != null) {
        throw place("$").wrong("team.file.trailing");
      }
      return value;
    }

    private LocatedJson value(String path) throws PortException {
      var place = place(path);
      return switch (parser.currentToken()) {
        case START_OBJECT -> fields(place);
        case START_ARRAY -> elements(place);
        case VALUE_STRING -> new Text(place, parser.getString());
        case VALUE_NUMBER_INT -> new WholeNumber(place, parser.getString());
        default -> new Other(place);
      };
    }

    private Fields fields(Place place) throws PortException {
      var values = new LinkedHashMap<String, LocatedJson>();
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        var name = parser.currentName();
        var at = place(path(place, name));
        if (values.containsKey(name)) {
          throw at.wrong("team.file.twice");
        }
        parser.nextToken();
        values.put(name, value(at.path()));
      }
      return new Fields(place, values);
    }

    private Elements elements(Place place) throws PortException {
      var values = new ArrayList<LocatedJson>();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        values.add(value("%s[%d]".formatted(place.path(), values.size())));
      }
      return new Elements(place, values);
    }

    /// A name that nobody knows is not told: it may be anything.
    private static String path(Place holder, String name) {
      var shown = name.matches("[A-Za-z]{1,20}") ? name : "?";
      return holder.path().equals("$") ? shown : holder.path() + "." + shown;
    }

    private Place place(String path) {
      return place(parser.currentTokenLocation(), path);
    }

    private static Place place(TokenStreamLocation location, String path) {
      return location == null
          ? new Place(1, 1, path)
          : new Place(Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()), path);
    }
  }
}
