package dev.switchyard.adapter.file;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// The file that is really written: where the links of a name lead.
///
/// @param path no link, or nothing yet
record Target(Path path) {
  private static final int MAX_LINKS = 40;
  private static final Set<PosixFilePermission> WRITE =
      EnumSet.of(
          PosixFilePermission.OWNER_WRITE,
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.OTHERS_WRITE);

  /// A relative link counts from the folder that really holds it, which a link above may have
  /// changed; `..` in it is the system's to resolve, never a matter of text.
  static Target of(Path file) throws IOException {
    var target = file.toAbsolutePath();
    for (int links = 0; Files.isSymbolicLink(target); links++) {
      if (links == MAX_LINKS) {
        throw new FileSystemLoopException(file.toString());
      }
      target = folderOf(target).toRealPath().resolve(Files.readSymbolicLink(target));
    }
    return new Target(target);
  }

  static Path folderOf(Path file) {
    var parent = file.toAbsolutePath().getParent();
    if (parent == null) {
      throw new IllegalArgumentException("a root folder is not a file: " + file);
    }
    return parent;
  }

  Path folder() {
    return folderOf(path);
  }

  /// A file that cannot be looked at is a failure, not a file that is missing.
  boolean exists() throws IOException {
    try {
      Files.readAttributes(path, BasicFileAttributes.class);
      return true;
    } catch (NoSuchFileException _) {
      return false;
    }
  }

  boolean holds(byte[] content) throws IOException {
    return Files.size(path) == content.length && Arrays.equals(Files.readAllBytes(path), content);
  }

  /// @throws PortException DENIED where the file or its folder is marked read-only, although the
  ///   rename would be possible; REFUSED for what is no plain file
  void requireWritable() throws IOException, PortException {
    if (exists()) {
      if (!Files.isRegularFile(path)) {
        throw new PortException(PortException.Kind.REFUSED, Message.of("file.notPlain", path));
      }
      requireWritable(path, "file.readOnly");
    }
    requireWritable(nearestFolder(), "file.folderReadOnly");
  }

  void requireWritableFolder() throws IOException, PortException {
    requireWritable(folder(), "file.folderReadOnly");
  }

  /// A new file that takes the name of one with two names would part the two, and writing through
  /// both cannot be done whole. Which of them the person means is not ours to guess.
  ///
  /// @throws PortException REFUSED
  void requireOneName() throws IOException, PortException {
    if (exists()
        && path.getFileSystem().supportedFileAttributeViews().contains("unix")
        && Files.getAttribute(path, "unix:nlink") instanceof Integer names
        && names > 1) {
      throw new PortException(
          PortException.Kind.REFUSED, Message.of("file.severalNames", path, names));
    }
  }

  Optional<Set<PosixFilePermission>> mode() throws IOException {
    return modeOf(path);
  }

  void createFolder() throws IOException {
    // createDirectories refuses a link to a folder on some systems, and an existing folder needs
    // nothing.
    if (!Files.isDirectory(folder())) {
      var existing = nearestFolder();
      Files.createDirectories(folder());
      for (var made = folder(); made != null && !made.equals(existing); made = made.getParent()) {
        sync(folderOf(made));
      }
    }
  }

  /// Without this a rename may be lost in a power cut.
  void syncFolder() {
    sync(folder());
  }

  /// Windows cannot open a folder and does not need it.
  private static void sync(Path folder) {
    try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException _) {
      // The content is safe; only the moment of the rename is not guaranteed on such a file system.
    }
  }

  /// The folder that the file is in, or where it is missing, the one that it will be made in.
  private Path nearestFolder() {
    var nearest = folder();
    while (!Files.exists(nearest) && nearest.getParent() != null) {
      nearest = nearest.getParent();
    }
    return nearest;
  }

  /// The administrator may write anywhere, so the mode is asked as well: it says what the owner
  /// wants.
  private static void requireWritable(Path path, String key) throws IOException, PortException {
    var mode = modeOf(path);
    boolean marked = mode.isPresent() && mode.get().stream().noneMatch(WRITE::contains);
    if (marked || !Files.isWritable(path)) {
      throw new PortException(PortException.Kind.DENIED, Message.of(key, path));
    }
  }

  private static Optional<Set<PosixFilePermission>> modeOf(Path path) throws IOException {
    var view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
    try {
      return Optional.ofNullable(view == null ? null : view.readAttributes().permissions());
    } catch (NoSuchFileException _) {
      return Optional.empty();
    }
  }
}
