package dev.switchyard.adapter.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/// New content on its way to a file: whole and on disk in a file beside it, which then takes the
/// name. Closing it removes what has not become the file.
final class Draft implements AutoCloseable {
  /// What a new file may be for others.
  enum Audience {
    /// What the person's `umask` says.
    USUAL,
    /// Nobody else: mode 0600.
    OWNER;

    private Set<PosixFilePermission> mode() {
      return switch (this) {
        case USUAL -> Set.of();
        case OWNER -> EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
      };
    }
  }

  private static final String ENDING = ".tmp";
  private static final Pattern UNIQUE =
      Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private final Target target;
  private final Path file;

  private Draft(Target target) {
    this.target = target;
    // In the same folder, because a rename is atomic only within one file system.
    this.file = target.path().resolveSibling(start(target) + UUID.randomUUID() + ENDING);
  }

  /// An existing file's mode and owner stay.
  ///
  /// @param whenNew what a new file may be for others
  static Draft of(Target target, byte[] content, Audience whenNew) throws IOException {
    var draft = new Draft(target);
    try {
      draft.write(content, target.mode().orElseGet(whenNew::mode));
      draft.keepOwner();
      return draft;
    } catch (IOException e) {
      draft.discard(e);
      throw e;
    }
  }

  /// Takes the file's name, whatever had it.
  void replace() throws IOException {
    Files.move(
        file, target.path(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /// Takes the file's name where nothing has it.
  ///
  /// @throws java.nio.file.FileAlreadyExistsException where something has
  void place() throws IOException {
    Files.move(file, target.path());
  }

  /// Removes drafts that a process left here when it was killed.
  static void removeLeftovers(Target target) throws IOException {
    for (var file : Listing.read(target.folder())) {
      if (isDraft(target, file)) {
        Files.deleteIfExists(file);
      }
    }
  }

  private static boolean isDraft(Target target, Path file) {
    var name = String.valueOf(file.getFileName());
    return name.startsWith(start(target))
        && name.endsWith(ENDING)
        && UNIQUE
            .matcher(name.substring(start(target).length(), name.length() - ENDING.length()))
            .matches();
  }

  private static String start(Target target) {
    return "." + target.path().getFileName() + ".";
  }

  private void write(byte[] content, Set<PosixFilePermission> mode) throws IOException {
    var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    // The mode is there from the first byte on: a secret is never readable by others in between.
    var attributes =
        mode.isEmpty()
            ? new FileAttribute<?>[0]
            : new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(mode)};
    try (var channel = FileChannel.open(file, options, attributes)) {
      var buffer = ByteBuffer.wrap(content);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(true);
    }
    if (!mode.isEmpty()) {
      // The umask may have taken bits away that the old file had.
      Files.setPosixFilePermissions(file, mode);
    }
  }

  /// A program that the administrator runs must not take the person's files away from them.
  private void keepOwner() throws IOException {
    var old = Files.getFileAttributeView(target.path(), PosixFileAttributeView.class);
    var fresh = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    if (old == null || fresh == null || !target.exists()) {
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

  private void discard(IOException failure) {
    try {
      close();
    } catch (IOException e) {
      failure.addSuppressed(e);
    }
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(file);
  }
}
