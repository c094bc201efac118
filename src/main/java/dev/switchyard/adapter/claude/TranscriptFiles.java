package dev.switchyard.adapter.claude;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.switchyard.adapter.file.FileFailures;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.route.SessionModels;
import dev.switchyard.domain.route.text.ClaudeJson;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// The files in which Claude Code keeps its sessions, one line for each thing that happened. Of a
/// line only its type and the model's name are looked at, and only from the end of the file on.
public final class TranscriptFiles implements SessionModels {
  /// Further back than this nothing is looked for, in bytes.
  private static final long DEEPEST = 16 << 20;

  /// What Claude Code itself says, such as that a server cannot be reached.
  private static final String OF_NO_MODEL = "<synthetic>";

  private final TranscriptPlace place;

  /// @param claudeConfig Claude Code's own folder, such as `~/.claude`
  public TranscriptFiles(Path claudeConfig) {
    this.place = new TranscriptPlace(claudeConfig);
  }

  @Override
  public Optional<String> lastModel(Path folder, Optional<String> session) throws PortException {
    var file = session.isPresent() ? named(folder, session.get()) : place.newest(folder);
    try {
      return lastModel(file);
    } catch (IOException e) {
      throw FileFailures.explain(file, e);
    }
  }

  private Path named(Path folder, String session) throws PortException {
    return place
        .named(folder, session)
        .orElseThrow(() ->
            new PortException(
                PortException.Kind.MISSING,
                Message.of("route.no-such-session", session, folder.toString())));
  }

  private static Optional<String> lastModel(Path file) throws IOException {
    try (var bytes = new RandomAccessFile(file.toFile(), "r")) {
      long end = bytes.length();
      long stop = Math.max(0, end - DEEPEST);
      for (var lines = new LinesFromEnd(bytes, end, stop); ; ) {
        var line = lines.previous();
        if (line.isEmpty()) {
          return Optional.empty();
        }
        var model = model(line.get());
        if (model.isPresent()) {
          return model;
        }
      }
    }
  }

  /// `{"type":"assistant","message":{"model":"…"}}`, whatever else stands there. A line that is
  /// being written just now is no JSON and says nothing.
  private static Optional<String> model(byte[] line) {
    if (!new String(line, UTF_8).contains("\"assistant\"")) {
      return Optional.empty();
    }
    boolean isAnswer = false;
    boolean isOfAgent = false;
    Optional<String> model = Optional.empty();
    try (var parser = ClaudeJson.parser(line)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        var name = parser.currentName();
        var value = parser.nextToken();
        switch (name) {
          case "type" -> isAnswer = parser.getString().equals("assistant");
          case "isSidechain" -> isOfAgent = value == JsonToken.VALUE_TRUE;
          case "message" -> model = modelOf(parser);
          default -> parser.skipChildren();
        }
      }
    } catch (JacksonException _) {
      return Optional.empty();
    }
    return isAnswer && !isOfAgent
        ? model.filter(found -> !found.equals(OF_NO_MODEL))
        : Optional.empty();
  }

  private static Optional<String> modelOf(JsonParser parser) {
    Optional<String> model = Optional.empty();
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      parser.skipChildren();
      return model;
    }
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      var name = parser.currentName();
      if (parser.nextToken() == JsonToken.VALUE_STRING && name.equals("model")) {
        model = Optional.of(parser.getString());
      } else {
        parser.skipChildren();
      }
    }
    return model;
  }
}
