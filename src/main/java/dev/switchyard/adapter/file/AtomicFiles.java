package dev.switchyard.adapter.file;

import dev.switchyard.domain.PortException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/// Reads and writes whole files that only Switchyard writes; for others there is [SharedFiles]. A
/// reader sees the old content or the new one, also after a crash or a power cut: the new content
/// goes into a file beside the real one, reaches the disk, and then takes its name.
///
/// A symbolic link stays a link: its target is written. The mode of an existing file stays; a file
/// or folder that is marked read-only is left alone, although the rename would be possible. Content
/// that is there already is not written again, so that nobody who watches the file is woken.
public final class AtomicFiles {
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
    return write(file, content, Draft.Audience.USUAL);
  }

  /// As [#write], for what nobody else may read: a new file gets mode 0600.
  public static boolean writePrivate(Path file, byte[] content) throws PortException {
    return write(file, content, Draft.Audience.OWNER);
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
      var named = new Target(file.toAbsolutePath());
      named.requireWritableFolder();
      boolean deleted = Files.deleteIfExists(file);
      named.syncFolder();
      return deleted;
    } catch (IOException e) {
      throw FileFailures.explain(file, e);
    }
  }

  /// Removes what writes to this file left beside it when their process was killed. Only where no
  /// other process of ours writes the file just now.
  ///
  /// @throws PortException DENIED, FAILED
  public static void removeLeftovers(Path file) throws PortException {
    try {
      Draft.removeLeftovers(Target.of(file));
    } catch (IOException e) {
      throw FileFailures.explain(file, e);
    }
  }

  private static boolean write(Path file, byte[] content, Draft.Audience whenNew)
      throws PortException {
    try {
      var target = Target.of(file);
      if (target.exists() && Files.isRegularFile(target.path()) && target.holds(content)) {
        return false;
      }
      target.requireWritable();
      target.createFolder();
      try (var draft = Draft.of(target, content, whenNew)) {
        draft.replace();
      }
      target.syncFolder();
      return true;
    } catch (IOException e) {
      throw FileFailures.explain(file, e);
    }
  }
}
