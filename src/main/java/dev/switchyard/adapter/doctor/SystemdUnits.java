package dev.switchyard.adapter.doctor;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.doctor.ServerEnvironment.Placed;
import dev.switchyard.domain.doctor.UnitFile;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Reads what systemd starts Ollama with from the files of its unit, without asking systemd: they
/// can be read by everybody, and where no systemd runs they decide nothing.
///
/// Source of the folders and of their order: systemd.unit(5).
final class SystemdUnits {
  private static final String UNIT = "ollama.service";

  /// A file of variables is some lines long.
  private static final long MOST_BYTES = 1 << 16;

  private static final List<String> OF_SYSTEM =
      List.of(
          "etc/systemd/system",
          "run/systemd/system",
          "usr/local/lib/systemd/system",
          "usr/lib/systemd/system",
          "lib/systemd/system");
  private static final List<String> OF_USERS =
      List.of("etc/systemd/user", "run/systemd/user", "usr/lib/systemd/user");

  private final List<Path> system;
  private final List<Path> user;

  /// @param root where the system's folders begin
  /// @param configuration the person's folder of settings, `~/.config`
  SystemdUnits(Path root, Path configuration) {
    this.system = OF_SYSTEM.stream().map(root::resolve).toList();
    this.user =
        Stream.concat(
                Stream.of(configuration.resolve("systemd/user")),
                OF_USERS.stream().map(root::resolve))
            .toList();
  }

  /// The variables of the service of the whole machine; empty where it has none.
  Optional<Known<Map<String, Placed>>> system() {
    return read(system);
  }

  /// The variables of the person's own service; empty where there is none.
  Optional<Known<Map<String, Placed>>> user() {
    return read(user);
  }

  private static Optional<Known<Map<String, Placed>>> read(List<Path> folders) {
    return folders.stream()
        .map(folder -> folder.resolve(UNIT))
        .filter(Files::isRegularFile)
        .findFirst()
        .map(file -> read(file, folders));
  }

  private static Known<Map<String, Placed>> read(Path unitFile, List<Path> folders) {
    var unit = new UnitFile();
    var reading = unitFile;
    try {
      unit.add(text(unitFile), place(unitFile));
      for (var overlay : overlays(folders).values()) {
        reading = overlay;
        unit.add(text(overlay), place(overlay));
      }
      for (var named : unit.environmentFiles()) {
        reading = Path.of(named.replaceFirst("^-", ""));
        addVariables(unit, reading, named.startsWith("-"));
      }
      return Known.of(unit.variables());
    } catch (IOException | DirectoryIteratorException | IllegalArgumentException _) {
      return Known.unknown(Message.of("doctor.unknown.unit", reading.toString()));
    }
  }

  private static void addVariables(UnitFile unit, Path file, boolean mayBeMissing)
      throws IOException {
    try {
      unit.addVariables(text(file), place(file));
    } catch (NoSuchFileException e) {
      if (!mayBeMissing) {
        throw e;
      }
    }
  }

  /// By their names, whatever folder they are in; of two of one name the stronger folder's counts.
  private static Map<String, Path> overlays(List<Path> folders) throws IOException {
    var found = new TreeMap<String, Path>();
    for (var folder : folders) {
      var overlays = folder.resolve(UNIT + ".d");
      if (Files.isDirectory(overlays)) {
        try (var files = Files.newDirectoryStream(overlays, "*.conf")) {
          files.forEach(file -> found.putIfAbsent(file.getFileName().toString(), file));
        }
      }
    }
    return found;
  }

  private static Message place(Path file) {
    return Message.of("doctor.place.file", file.toString());
  }

  private static String text(Path file) throws IOException {
    if (!Files.isRegularFile(file) && Files.exists(file)
        || Files.exists(file) && Files.size(file) > MOST_BYTES) {
      throw new IOException("not a file of settings: " + file);
    }
    return Files.readString(file);
  }
}
