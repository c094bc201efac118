package dev.switchyard.adapter.claude;

import dev.switchyard.domain.route.text.ClaudeJson;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// A line of a transcript that belongs to its conversation; of what it says only the length is
/// kept.
///
/// @param id its own
/// @param parent the line before it; empty where the conversation begins
/// @param textBytes how much text a person or a tool put there, in bytes
/// @param answer what the server counted, where the line ends a reply
record TranscriptLine(String id, Optional<String> parent, long textBytes, Optional<Answer> answer) {
  /// What Claude Code itself says, such as that a server cannot be reached.
  private static final String OF_NO_MODEL = "<synthetic>";

  /// @param id the server's own, the same in all lines of a reply
  record Answer(String id, Instant at, String model, long promptTokens, long outputTokens) {}

  /// @return empty for a line of anything else, of a sub-agent's, and for one that is being written
  ///   just now
  static Optional<TranscriptLine> parse(byte[] line) {
    try (var parser = ClaudeJson.parser(line)) {
      return parser.nextToken() == JsonToken.START_OBJECT
          ? new Reading().read(parser)
          : Optional.empty();
    } catch (JacksonException | DateTimeException _) {
      return Optional.empty();
    }
  }

  private static final class Reading {
    private String id = "";
    private Optional<String> parent = Optional.empty();
    private String type = "";
    private String at = "";
    private boolean isOfAgent;
    private String answerId = "";
    private String model = "";
    private boolean hasEnded;
    private boolean hasCounts;
    private long prompt;
    private long output;
    private long text;

    Optional<TranscriptLine> read(JsonParser parser) {
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        var name = parser.currentName();
        var value = parser.nextToken();
        switch (name) {
          case "uuid" -> id = string(parser);
          case "parentUuid" -> parent = Optional.of(string(parser)).filter(one -> !one.isEmpty());
          case "type" -> type = string(parser);
          case "timestamp" -> at = string(parser);
          case "isSidechain" -> isOfAgent = value == JsonToken.VALUE_TRUE;
          case "message" -> message(parser);
          default -> parser.skipChildren();
        }
      }
      return id.isEmpty() || isOfAgent
          ? Optional.empty()
          : Optional.of(new TranscriptLine(id, parent, type.equals("user") ? text : 0, answer()));
    }

    private Optional<Answer> answer() {
      boolean counted = type.equals("assistant") && hasEnded && hasCounts;
      return counted && !model.equals(OF_NO_MODEL)
          ? Optional.of(new Answer(answerId, Instant.parse(at), model, prompt, output))
          : Optional.empty();
    }

    private void message(JsonParser parser) {
      if (parser.currentToken() != JsonToken.START_OBJECT) {
        return;
      }
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        var name = parser.currentName();
        parser.nextToken();
        switch (name) {
          case "id" -> answerId = string(parser);
          case "model" -> model = string(parser);
          case "stop_reason" -> hasEnded = !string(parser).isEmpty();
          case "usage" -> usage(parser);
          case "content" -> content(parser);
          default -> parser.skipChildren();
        }
      }
    }

    /// Ollama counts what it has cached as new; a server that does not has three counts.
    private void usage(JsonParser parser) {
      if (parser.currentToken() != JsonToken.START_OBJECT) {
        return;
      }
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        var name = parser.currentName();
        var value = parser.nextToken();
        long number = value == JsonToken.VALUE_NUMBER_INT ? parser.getLongValue() : 0;
        switch (name) {
          case "input_tokens" -> {
            prompt += number;
            hasCounts = number > 0;
          }
          case "cache_creation_input_tokens", "cache_read_input_tokens" -> prompt += number;
          case "output_tokens" -> output = number;
          default -> parser.skipChildren();
        }
      }
    }

    /// Text and results of tools; a picture's data is no text.
    private void content(JsonParser parser) {
      if (parser.currentToken() == JsonToken.VALUE_STRING) {
        text += string(parser).getBytes(StandardCharsets.UTF_8).length;
        return;
      }
      if (parser.currentToken() != JsonToken.START_ARRAY) {
        parser.skipChildren();
        return;
      }
      while (parser.nextToken() == JsonToken.START_OBJECT) {
        part(parser);
      }
    }

    private void part(JsonParser parser) {
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        var name = parser.currentName();
        parser.nextToken();
        if (name.equals("text") || name.equals("content")) {
          content(parser);
        } else {
          parser.skipChildren();
        }
      }
    }

    private static String string(JsonParser parser) {
      if (parser.currentToken() == JsonToken.VALUE_STRING) {
        return parser.getString();
      }
      parser.skipChildren();
      return "";
    }
  }
}
