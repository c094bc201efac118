package dev.switchyard.adapter.preference;

import dev.switchyard.adapter.file.AtomicFiles;
import dev.switchyard.adapter.json.JsonTree;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.preference.Preferences;
import dev.switchyard.domain.preference.PreferencesStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Keeps the preferences in `settings.json`. A value that cannot be read counts as not set; a file
/// that cannot be read gets another name before it is written, so that nothing in it is lost.
public final class JsonPreferencesStore implements PreferencesStore {
  private static final String OTHER_MACHINE = "otherMachine";

  private final Path file;

  /// @param folder Switchyard's configuration folder; created at the first save
  public JsonPreferencesStore(Path folder) {
    this.file = folder.resolve("settings.json");
  }

  @Override
  public Loaded load() throws PortException {
    var bytes = AtomicFiles.read(file);
    if (bytes.isEmpty()) {
      return new Loaded(Preferences.DEFAULT, Optional.empty());
    }
    var object = object(bytes.get());
    if (object.isPresent()) {
      return new Loaded(preferences(object.get()), Optional.empty());
    }
    return new Loaded(
        Preferences.DEFAULT,
        Optional.of(Message.of("settings.unreadable", file.toString(), freeName().toString())));
  }

  @Override
  public void save(Preferences preferences) throws PortException {
    var before = AtomicFiles.read(file);
    var known = before.flatMap(JsonPreferencesStore::object);
    if (before.isPresent() && known.isEmpty()) {
      moveAside();
    }
    var object = known.orElseGet(JsonNodeFactory.instance::objectNode);
    write(object, preferences);
    var text = object.toPrettyString() + "\n";
    AtomicFiles.write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  /// Empty where the bytes are not one JSON object.
  private static Optional<ObjectNode> object(byte[] bytes) {
    try {
      return JsonTree.read(bytes) instanceof ObjectNode object
          ? Optional.of(object)
          : Optional.empty();
    } catch (JacksonException _) {
      return Optional.empty();
    }
  }

  private static Preferences preferences(ObjectNode object) {
    var scale = object.path("scalePercent");
    return new Preferences(
        object.path("serverUrl").asString(""),
        object.path("terminal").asString(""),
        object.path("customTerminal").asString(""),
        choice(object.path("theme"), Preferences.Theme.values(), Preferences.DEFAULT.theme()),
        scale.isInt() ? scale.intValue() : Preferences.DEFAULT.scalePercent(),
        object.path("language").asString(""),
        choice(
            object.path("whenClosed"),
            Preferences.WhenClosed.values(),
            Preferences.DEFAULT.whenClosed()),
        OtherMachineJson.read(object.path(OTHER_MACHINE)));
  }

  private static <E extends Enum<E>> E choice(JsonNode value, E[] all, E usual) {
    return Arrays.stream(all)
        .filter(each -> wireName(each).equals(value.asString("")))
        .findFirst()
        .orElse(usual);
  }

  /// A value that is not set is not in the file, so that a later default reaches it.
  private static void write(ObjectNode object, Preferences preferences) {
    put(object, "serverUrl", preferences.serverUrl());
    put(object, "terminal", preferences.terminal());
    put(object, "customTerminal", preferences.customTerminal());
    object.put("theme", wireName(preferences.theme()));
    object.put("scalePercent", preferences.scalePercent());
    put(object, "language", preferences.language());
    put(
        object,
        "whenClosed",
        preferences.whenClosed() == Preferences.WhenClosed.ASK
            ? ""
            : wireName(preferences.whenClosed()));
    object.remove(OTHER_MACHINE);
    preferences
        .otherMachine()
        .ifPresent(machine -> OtherMachineJson.write(object.putObject(OTHER_MACHINE), machine));
  }

  private static void put(ObjectNode object, String key, String value) {
    if (value.isEmpty()) {
      object.remove(key);
    } else {
      object.put(key, value);
    }
  }

  private static String wireName(Enum<?> choice) {
    return choice.name().toLowerCase(Locale.ROOT);
  }

  /// The first of the form `settings.unreadable-N.json`.
  private Path freeName() {
    for (int number = 1; ; number++) {
      var aside = file.resolveSibling("settings.unreadable-%d.json".formatted(number));
      if (!Files.exists(aside, LinkOption.NOFOLLOW_LINKS)) {
        return aside;
      }
    }
  }

  private void moveAside() throws PortException {
    while (true) {
      try {
        Files.move(file, freeName());
        return;
      } catch (FileAlreadyExistsException _) {
        // Somebody took the name meanwhile.
      } catch (IOException e) {
        throw new PortException(
            PortException.Kind.DENIED,
            Message.of("settings.not-renamed", file.toString(), String.valueOf(e.getMessage())),
            e);
      }
    }
  }
}
