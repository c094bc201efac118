package dev.switchyard.adapter.claude;

import dev.switchyard.adapter.file.AtomicFiles;
import dev.switchyard.domain.Home;
import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.OperatingSystem;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.project.FoundProjects;
import dev.switchyard.domain.route.Account;
import dev.switchyard.domain.route.ClaudeAccounts;
import dev.switchyard.domain.route.text.ClaudeJson;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// What Claude Code keeps about a person, of which only two things are read: that a credential is
/// there, and the names of the folders that it was used in. No value of a credential is ever turned
/// into a string.
public final class ClaudeData implements ClaudeAccounts, FoundProjects {
  private final Path data;
  private final Path credentials;
  private final OperatingSystem system;

  /// @param system on macOS a key may lie in the keychain, which is not asked
  public ClaudeData(Home home, OperatingSystem system) {
    this.system = system;
    this.data = home.claudeData();
    this.credentials = home.claudeConfig().resolve(".credentials.json");
  }

  @Override
  public Account read() {
    return new Account(
        holds(credentials, "claudeAiOauth").toOptional().orElse(true), consoleKeySaved());
  }

  private Known<Boolean> consoleKeySaved() {
    var inFile = holds(data, "primaryApiKey");
    return system == OperatingSystem.MACOS && inFile.equals(Known.of(false))
        ? Known.unknown(Message.of("claude.keychain"))
        : inFile;
  }

  /// A file that cannot be read to its end may hold anything.
  private static Known<Boolean> holds(Path file, String name) {
    try {
      var found = contents(file);
      return found.isEmpty()
          ? Known.of(false)
          : found.get().has(name)
              ? Known.of(true)
              : found.get().whole()
                  ? Known.of(false)
                  : Known.unknown(Message.of("claude.data-malformed", file.toString()));
    } catch (PortException e) {
      return Known.unknown(e.text());
    }
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
  /// @param whole whether that is all there is
  private record Found(List<String> names, List<String> projects, boolean whole) {
    boolean has(String name) {
      return names.contains(name);
    }
  }

  private static Optional<Found> contents(Path file) throws PortException {
    return AtomicFiles.read(file).map(ClaudeData::scan);
  }

  /// A file that is being written just now, or is no JSON, tells as much as could be read of it.
  private static Found scan(byte[] bytes) {
    var names = new ArrayList<String>();
    var projects = new ArrayList<String>();
    try (var parser = ClaudeJson.parser(bytes)) {
      boolean isObject = parser.nextToken() == JsonToken.START_OBJECT;
      if (isObject) {
        scanMembers(parser, names, projects);
      }
      return new Found(names, projects, isObject);
    } catch (JacksonException _) {
      return new Found(names, projects, false);
    }
  }

  private static void scanMembers(JsonParser parser, List<String> names, List<String> projects) {
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      var name = parser.currentName();
      var value = parser.nextToken();
      boolean empty = value == JsonToken.VALUE_NULL || isEmptyString(parser, value);
      if (!empty) {
        names.add(name);
      }
      if (name.equals("projects") && value == JsonToken.START_OBJECT) {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
          projects.add(parser.currentName());
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
