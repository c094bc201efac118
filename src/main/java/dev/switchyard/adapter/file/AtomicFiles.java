package dev.switchyard.adapter.file;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Reads and writes whole files. A reader sees the old content or the new one, also after a crash
/// or a power cut: the new content goes into a file beside the real one, reaches the disk, and then
/// takes its name.
///
/// A symbolic link stays a link: its target is written. The mode of an existing file stays; a file
/// or folder that is marked read-only is left alone, although the rename would be possible. Content
/// that is there already is not written again, so that nobody who watches the file is woken.
public final class AtomicFiles {
  private static final int MAX_LINKS = 40;
  private static final Set<PosixFilePermission> WRITE =
      EnumSet.of(
          PosixFilePermission.OWNER_WRITE,
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.OTHERS_WRITE);
  private static final Set<PosixFilePermission> OWNER_ONLY =
      EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

  private AtomicFiles() {}

  /// The whole content, or empty where there is no such file.
  ///
  /// @throws PortException DENIED, or FAILED for any other reason
  public static Optional<byte[]> read(Path file) throws PortException {
    try {
      return Optional.of(Files.readAllBytes(file));
    } catch (NoSuchFileException _) {
      return Optional.empty();
    } catch (IOException e) {
      throw FileFailures.explain(file, e);
    }
  }

  /// Writes the file and creates its folders where they are missing. A new file gets the mode that
  /// the person's `umask` gives.
  ///
  /// @return whether it was written; false where this content stood there already
  /// @throws PortException DENIED (read-only, or not ours), NO_SPACE, REFUSED (not a plain file),
  ///   FAILED; the file is then as it was
  public static boolean write(Path file, byte[] content) throws PortException {
    return write(file, content, EnumSet.noneOf(PosixFilePermission.class));
  }

  /// As [#write], for what nobody else may read: a new file gets mode 0600.
  public static boolean writePrivate(Path file, byte[] content) throws PortException {
    return write(file, content, OWNER_ONLY);
  }

  /// As [#write], but only while the file still holds what was read before.
  ///
  /// @param expected what [#read] gave
  /// @throws PortException also CONFLICT where somebody else changed the file in between
  public static boolean replace(Path file, Optional<byte[]> expected, byte[] content)
      throws PortException {
    return write(file, content, EnumSet.noneOf(PosixFilePermission.class), expected);
  }

  /// As [#replace], for what nobody else may read: a new file gets mode 0600.
  public static boolean replacePrivate(Path file, Optional<byte[]> expected, byte[] content)
      throws PortException {
    return write(file, content, OWNER_ONLY, expected);
  }

  /// Removes a file while it still holds what was read before. A link stays; its target goes.
  ///
  /// @param expected what [#read] gave
  /// @throws PortException CONFLICT where somebody else changed the file in between, DENIED, FAILED
  public static void remove(Path file, Optional<byte[]> expected) throws PortException {
    try {
      var target = followLinks(file.toAbsolutePath());
      requireUnchanged(target, expected);
      delete(target);
    } catch (IOException e) {
      throw FileFailures.explain(file, e);
    }
  }

  /// Removes the file, or the link where it is one; its folder stays. Done also where it is gone
  /// already.
  ///
  /// @return whether there was one
  /// @throws PortException DENIED, FAILED
  public static boolean delete(Path file) throws PortException {
    try {
      if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
        return false;
      }
      requireWritable(parentOf(file), "file.folderReadOnly");
      boolean deleted = Files.deleteIfExists(file);
      syncFolder(parentOf(file));
      return deleted;
    } catch (IOException e) {
      throw FileFailures.explain(file, e);
    }
  }

  private static void requireUnchanged(Path file, Optional<byte[]> expected) throws PortException {
    var now = read(file);
    boolean same =
        now.isPresent() == expected.isPresent()
            && Arrays.equals(now.orElse(new byte[0]), expected.orElse(new byte[0]));
    if (!same) {
      throw new PortException(PortException.Kind.CONFLICT, Message.of("file.changed", file));
    }
  }

  private static boolean write(Path file, byte[] content, Set<PosixFilePermission> modeWhenNew)
      throws PortException {
    try {
      return writeTo(followLinks(file.toAbsolutePath()), content, modeWhenNew);
    } catch (IOException e) {
      throw FileFailures.explain(file, e);
    }
  }

  /// The content is compared in the very place that is written, whatever a link says a moment
  /// later.
  private static boolean write(
      Path file, byte[] content, Set<PosixFilePermission> modeWhenNew, Optional<byte[]> expected)
      throws PortException {
    try {
      var target = followLinks(file.toAbsolutePath());
      requireUnchanged(target, expected);
      return writeTo(target, content, modeWhenNew);
    } catch (IOException e) {
      throw FileFailures.explain(file, e);
    }
  }

  private static boolean writeTo(Path target, byte[] content, Set<PosixFilePermission> modeWhenNew)
      throws IOException, PortException {
    if (Files.exists(target)) {
      if (!Files.isRegularFile(target)) {
        throw new PortException(PortException.Kind.REFUSED, Message.of("file.notPlain", target));
      }
      if (holds(target, content)) {
        return false;
      }
      requireWritable(target, "file.readOnly");
    }
    requireWritable(nearestFolder(target), "file.folderReadOnly");
    createFolders(parentOf(target));
    replaceWith(target, content, modeOf(target).orElse(modeWhenNew));
    return true;
  }

  private static void replaceWith(Path target, byte[] content, Set<PosixFilePermission> mode)
      throws IOException {
    // In the same folder, because a rename is atomic only within one file system.
    var temporary =
        target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".tmp");
    try {
      writeThrough(temporary, content, mode);
      keepOwner(target, temporary);
      Files.move(
          temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(temporary);
    }
    syncFolder(parentOf(target));
  }

  private static void writeThrough(Path temporary, byte[] content, Set<PosixFilePermission> mode)
      throws IOException {
    var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    // The mode is there from the first byte on: a secret is never readable by others in between.
    var attributes =
        mode.isEmpty()
            ? new FileAttribute<?>[0]
            : new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(mode)};
    try (var channel = FileChannel.open(temporary, options, attributes)) {
      var buffer = ByteBuffer.wrap(content);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(true);
    }
    if (!mode.isEmpty()) {
      // The umask may have taken bits away that the old file had.
      Files.setPosixFilePermissions(temporary, mode);
    }
  }

  /// A program that the administrator runs must not take the person's files away from them.
  private static void keepOwner(Path target, Path temporary) throws IOException {
    var old = Files.getFileAttributeView(target, PosixFileAttributeView.class);
    var fresh = Files.getFileAttributeView(temporary, PosixFileAttributeView.class);
    if (old == null || fresh == null || !Files.exists(target)) {
      return;
    }
    var wanted = old.readAttributes();
    if (!wanted.owner().equals(fresh.getOwner())) {
      fresh.setOwner(wanted.owner());
    }
    if (!wanted.group().equals(fresh.readAttributes().group())) {
      fresh.setGroup(wanted.group());
    }
  }

  /// Without this the rename itself may be lost in a power cut. Windows cannot open a folder and
  /// does not need it.
  private static void syncFolder(Path folder) {
    try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException _) {
      // The content is safe; only the moment of the rename is not guaranteed on such a file system.
    }
  }

  /// A relative link counts from the folder that really holds it, which a link above may have
  /// changed; `..` in it is the system's to resolve, never a matter of text.
  private static Path followLinks(Path file) throws IOException {
    var target = file;
    for (int links = 0; Files.isSymbolicLink(target); links++) {
      if (links == MAX_LINKS) {
        throw new FileSystemLoopException(file.toString());
      }
      target = parentOf(target).toRealPath().resolve(Files.readSymbolicLink(target));
    }
    return target;
  }

  /// The folder that the file is in, or where it is missing, the one that it will be made in.
  private static Path nearestFolder(Path file) {
    var folder = parentOf(file);
    while (!Files.exists(folder) && folder.getParent() != null) {
      folder = folder.getParent();
    }
    return folder;
  }

  private static void createFolders(Path folder) throws IOException {
    // createDirectories refuses a link to a folder on some systems, and an existing folder needs
    // nothing.
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder);
    }
  }

  private static boolean holds(Path target, byte[] content) throws IOException {
    return Files.size(target) == content.length
        && Arrays.equals(Files.readAllBytes(target), content);
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
    return view == null || !Files.exists(path)
        ? Optional.empty()
        : Optional.of(view.readAttributes().permissions());
  }

  private static Path parentOf(Path file) {
    var parent = file.toAbsolutePath().getParent();
    if (parent == null) {
      throw new IllegalArgumentException("a root folder is not a file: " + file);
    }
    return parent;
  }
}
