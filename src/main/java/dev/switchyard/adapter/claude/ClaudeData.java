package dev.switchyard.adapter.claude;

import dev.switchyard.adapter.file.AtomicFiles;
import dev.switchyard.domain.Home;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.project.FoundProjects;
import dev.switchyard.domain.route.Account;
import dev.switchyard.domain.route.ClaudeAccounts;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// What Claude Code keeps about a person, of which only two things are read: that a credential is
/// there, and the names of the folders that it was used in. No value of a credential is ever turned
/// into a string.
public final class ClaudeData implements ClaudeAccounts, FoundProjects {
  private static final JsonFactory FACTORY = new JsonFactory();

  private final Path data;
  private final Path credentials;

  public ClaudeData(Home home) {
    this.data = home.claudeData();
    this.credentials = home.claudeConfig().resolve(".credentials.json");
  }

  @Override
  public Account read() throws PortException {
    return new Account(
        contents(credentials).map(found -> found.has("claudeAiOauth")).orElse(false),
        contents(data).map(found -> found.has("primaryApiKey")).orElse(false));
  }

  @Override
  public List<Path> folders() throws PortException {
    return contents(data).map(Found::projects).orElse(List.of()).stream()
        .flatMap(name -> path(name).stream())
        .filter(Path::isAbsolute)
        .toList();
  }

  /// @param names top-level members that hold something
  /// @param projects names of the members of `projects`
  private record Found(List<String> names, List<String> projects) {
    boolean has(String name) {
      return names.contains(name);
    }
  }

  private static Optional<Found> contents(Path file) throws PortException {
    return AtomicFiles.read(file).map(ClaudeData::scan);
  }

  /// A file that is being written just now, or is no JSON, tells as much as could be read of it.
  private static Found scan(byte[] bytes) {
    var found = new Found(new ArrayList<>(), new ArrayList<>());
    try (var parser = FACTORY.createParser(ObjectReadContext.empty(), bytes)) {
      if (parser.nextToken() == JsonToken.START_OBJECT) {
        scanMembers(parser, found);
      }
    } catch (JacksonException _) {
      return found;
    }
    return found;
  }

  private static void scanMembers(JsonParser parser, Found found) {
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      var name = parser.currentName();
      var value = parser.nextToken();
      boolean empty = value == JsonToken.VALUE_NULL || isEmptyString(parser, value);
      if (!empty) {
        found.names().add(name);
      }
      if (name.equals("projects") && value == JsonToken.START_OBJECT) {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
          found.projects().add(parser.currentName());
          parser.nextToken();
          parser.skipChildren();
        }
      } else {
        parser.skipChildren();
      }
    }
  }

  private static boolean isEmptyString(JsonParser parser, JsonToken value) {
    return value == JsonToken.VALUE_STRING && parser.getStringLength() == 0;
  }

  private static Optional<Path> path(String name) {
    try {
      return Optional.of(Path.of(name));
    } catch (InvalidPathException _) {
      return Optional.empty();
    }
  }
}
