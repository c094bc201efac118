package dev.switchyard.adapter.start;

import dev.switchyard.adapter.file.AtomicFiles;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.Surroundings;
import dev.switchyard.domain.route.StartEnvironment.Feed;
import dev.switchyard.domain.start.VsCodeSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The user settings of VS Code and of the editors that are built from it.
final class VsCodeUserSettings {
  /// The folders of their settings, the most usual one first.
  private static final List<String> EDITORS = List.of("Code", "Code - Insiders", "VSCodium");

  private final Surroundings surroundings;
  private final Path home;

  /// @param home the person's home folder
  VsCodeUserSettings(Surroundings surroundings, Path home) {
    this.surroundings = surroundings;
    this.home = home;
  }

  /// What the extension adds.
  ///
  /// @param feed the variables of the first editor that is there
  /// @param unknown what could not be read, and what another editor says otherwise
  record Found(Optional<Feed> feed, List<Message> unknown) {}

  Found read() {
    var unknown = new ArrayList<Message>();
    var settings = new ArrayList<Feed>();
    files().filter(Files::exists).forEach(file -> read(file, settings, unknown));
    settings.stream()
        .skip(1)
        .filter(other -> !other.variables().equals(settings.getFirst().variables()))
        .forEach(other ->
            unknown.add(Message.of("route.start.other-editor", other.file().get().toString())));
    return new Found(settings.stream().findFirst(), unknown);
  }

  /// Whether one of the editors was ever started here.
  boolean isUsed() {
    return files().map(Path::getParent).anyMatch(Files::isDirectory);
  }

  Stream<Path> files() {
    return EDITORS.stream()
        .map(editor ->
            surroundings.configuration(home).resolve(editor).resolve("User/settings.json"));
  }

  private static void read(Path file, List<Feed> settings, List<Message> unknown) {
    try {
      var parsed = VsCodeSettings.parse(AtomicFiles.read(file).orElse(new byte[0]));
      if (parsed.isEmpty()) {
        unknown.add(Message.of("route.start.vscode-malformed", file.toString()));
        return;
      }
      if (parsed.get().leftOut() > 0) {
        unknown.add(Message.of("route.start.vscode-entries", file.toString(), VsCodeSettings.KEY));
      }
      settings.add(
          new Feed(
              Message.of("route.feed.vscode"),
              Optional.of(file),
              parsed.get().variables(),
              Map.of()));
    } catch (PortException e) {
      unknown.add(e.text());
    }
  }
}
