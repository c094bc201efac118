package dev.switchyard.adapter.instance;

import dev.switchyard.domain.Fingerprint;
import dev.switchyard.domain.Home;
import dev.switchyard.domain.OperatingSystem;
import dev.switchyard.domain.Surroundings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/// Where the windows of one home find each other.
///
/// @param folder that only the person can enter
/// @param name of the files in it, one for each home
public record InstancePlace(Path folder, String name) {
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rwx------");

  /// Unix limits a socket's path to about this many bytes.
  private static final int LONGEST_SOCKET_PATH = 100;

  /// The session's runtime folder, which the system empties at its end; or the folder where
  /// Switchyard remembers things.
  ///
  /// @param demo a demonstration is not the window of its person's home
  public static InstancePlace of(Surroundings surroundings, Home home, boolean demo) {
    var folder =
        surroundings
            .folder("XDG_RUNTIME_DIR")
            .filter(_ -> surroundings.system() == OperatingSystem.LINUX)
            .filter(InstancePlace::isOurs)
            .map(runtime -> runtime.resolve("switchyard"))
            .orElse(home.state());
    return new InstancePlace(
        folder, (demo ? "demo-" : "window-") + Fingerprint.of(home.state().toString()).shortText());
  }

  Path lock() {
    return folder.resolve(name + ".lock");
  }

  Path socket() {
    var beside = folder.resolve(name + ".sock");
    return beside.toString().getBytes(StandardCharsets.UTF_8).length <= LONGEST_SOCKET_PATH
        ? beside
        : Path.of(
            System.getProperty("java.io.tmpdir", "/tmp"),
            Fingerprint.of(beside.toString()).shortText() + ".sock");
  }

  /// Makes the folder, and closes it to everybody else.
  ///
  /// @throws IOException where it cannot be written, or is somebody else's
  void prepare() throws IOException {
    if (Files.getFileStore(existing(folder)).supportsFileAttributeView("posix")) {
      Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
      if (!isOurs(folder)) {
        throw new IOException(folder + " belongs to somebody else");
      }
      Files.setPosixFilePermissions(folder, OWNER_ONLY);
    } else {
      Files.createDirectories(folder);
    }
  }

  private static Path existing(Path path) {
    for (var folder = path; folder != null; folder = folder.getParent()) {
      if (Files.isDirectory(folder)) {
        return folder;
      }
    }
    return path;
  }

  /// Whether a folder is there and belongs to whom this process runs as: nobody else can make files
  /// of that owner. Java's own temporary files have names by chance, and to make ready for that
  /// takes longer than all else before the toolkit.
  private static boolean isOurs(Path folder) {
    try {
      var probe = Files.createFile(folder.resolve("switchyard" + System.nanoTime()));
      try {
        return Files.getOwner(probe).equals(Files.getOwner(folder));
      } finally {
        Files.delete(probe);
      }
    } catch (IOException _) {
      return false;
    }
  }
}
