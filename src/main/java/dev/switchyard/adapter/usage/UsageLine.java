package dev.switchyard.adapter.usage;

import dev.switchyard.domain.usage.NotedAnswer;
import dev.switchyard.domain.usage.Tally;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;

/// What a line of a transcript tells of usage. Nothing else of it is kept, also not for a moment:
/// the parser passes over texts without putting them together.
///
/// Source: the files of Claude Code 2.1.330. An answer's line has `"type":"assistant"` and a
/// `message` as the server gave it. What Claude Code itself says, such as that a server cannot be
/// reached, has the model `<synthetic>` or the mark `isApiErrorMessage`.
final class UsageLine {
  private static final String OF_NO_MODEL = "<synthetic>";

  /// No request has so many: a count beyond is no count.
  private static final long MOST_TOKENS = 1_000_000_000_000L;

  private static final int LONGEST_TEXT = 8_192;
  private static final int DEEPEST = 10_000;

  private static final TokenStreamFactory FACTORY =
      JsonFactory.builder()
          .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST)
                  .maxStringLength(LONGEST_TEXT)
                  .build())
          .build();

  private String type = "";
  private String at = "";
  private String folder = "";
  private boolean isError;
  private String id = "";
  private String model = "";
  private boolean hasEnded;
  private boolean hasUsage;
  private long input;
  private long cacheRead;
  private long cacheWrite;
  private long output;

  private UsageLine() {}

  /// What a line says.
  ///
  /// @param folder where Claude Code was at work then, if it says that
  /// @param answer what it tells of an answer, if it does
  /// @param understood false for a line that is not JSON, or that tells of an answer what cannot be
  record Content(Optional<String> folder, Optional<NotedAnswer> answer, boolean understood) {
    private static final Content BROKEN = new Content(Optional.empty(), Optional.empty(), false);
  }

  /// @param line read as far as needed
  static Content read(InputStream line) {
    try (var parser = FACTORY.createParser(ObjectReadContext.empty(), line)) {
      var first = parser.nextToken();
      if (first == null) {
        return new Content(Optional.empty(), Optional.empty(), true);
      }
      return first == JsonToken.START_OBJECT ? new UsageLine().content(parser) : Content.BROKEN;
    } catch (JacksonException | DateTimeException _) {
      return Content.BROKEN;
    }
  }

  private Content content(JsonParser parser) {
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      var name = parser.currentName();
      var value = parser.nextToken();
      switch (name) {
        case "type" -> type = string(parser);
        case "timestamp" -> at = string(parser);
        case "cwd" -> folder = string(parser);
        case "isApiErrorMessage" -> isError = value == JsonToken.VALUE_TRUE;
        case "message" -> message(parser);
        default -> parser.skipChildren();
      }
    }
    if (parser.currentToken() != JsonToken.END_OBJECT) {
      return Content.BROKEN;
    }
    boolean tells = type.equals("assistant") && hasUsage && !isError && !model.equals(OF_NO_MODEL);
    var named = Optional.of(folder).filter(text -> !text.isEmpty());
    if (!tells) {
      return new Content(named, Optional.empty(), true);
    }
    boolean whole = !id.isEmpty() && !model.isEmpty() && named.isPresent() && areCounts();
    return whole ? new Content(named, Optional.of(answer()), true) : Content.BROKEN;
  }

  private NotedAnswer answer() {
    var tally = new Tally(1, input, cacheRead, cacheWrite, output);
    return new NotedAnswer(id, Instant.parse(at), model, folder, tally, hasEnded);
  }

  private boolean areCounts() {
    return isCount(input) && isCount(cacheRead) && isCount(cacheWrite) && isCount(output);
  }

  private static boolean isCount(long number) {
    return number >= 0 && number <= MOST_TOKENS;
  }

  private void message(JsonParser parser) {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      parser.skipChildren();
      return;
    }
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      var name = parser.currentName();
      parser.nextToken();
      switch (name) {
        case "id" -> id = string(parser);
        case "model" -> model = string(parser);
        case "stop_reason" -> hasEnded = !string(parser).isEmpty();
        case "usage" -> usage(parser);
        default -> parser.skipChildren();
      }
    }
  }

  private void usage(JsonParser parser) {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      parser.skipChildren();
      return;
    }
    hasUsage = true;
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      var name = parser.currentName();
      var value = parser.nextToken();
      switch (name) {
        case "input_tokens" -> input = number(parser, value);
        case "cache_read_input_tokens" -> cacheRead = number(parser, value);
        case "cache_creation_input_tokens" -> cacheWrite = number(parser, value);
        case "output_tokens" -> output = number(parser, value);
        default -> parser.skipChildren();
      }
    }
  }

  /// What is no whole number is none, and makes the line one that is not understood; nothing stands
  /// for 0.
  private static long number(JsonParser parser, JsonToken value) {
    parser.skipChildren();
    return switch (value) {
      case VALUE_NUMBER_INT -> parser.getLongValue();
      case VALUE_NULL -> 0;
      default -> -1;
    };
  }

  private static String string(JsonParser parser) {
    if (parser.currentToken() == JsonToken.VALUE_STRING) {
      return parser.getString();
    }
    parser.skipChildren();
    return "";
  }
}
