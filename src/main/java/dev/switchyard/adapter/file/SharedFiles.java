package dev.switchyard.adapter.file;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Reads and writes files that other programs write too, in place and without a lock. It writes as
/// [AtomicFiles] does, but only over what was read before, and looks afterwards whether somebody
/// has written in between: then theirs stays, and ours is to be done again.
///
/// What is left: a program that read the file before our write and writes what it made of it after
/// our last look. Its content is then what stands there, as after any two programs without a lock.
public final class SharedFiles {
  private static final Duration JUST_NOW = Duration.ofSeconds(2);
  private static final int ATTEMPTS = 10;

  private final Predicate<byte[]> isWhole;
  private final Draft.Audience whenNew;
  private final Pause pause;

  private SharedFiles(Predicate<byte[]> isWhole, Draft.Audience whenNew, Pause pause) {
    this.isWhole = isWhole;
    this.whenNew = whenNew;
    this.pause = pause;
  }

  /// Files of any content; a new one gets the mode that the person's `umask` gives.
  public static SharedFiles ofAnyContent() {
    return new SharedFiles(_ -> true, Draft.Audience.USUAL, Pause.SHORT);
  }

  /// Files that may hold a credential: a new one gets mode 0600.
  ///
  /// @param isWhole false for what can only be half of a content: it is read again
  /// @param pause between two reads
  public static SharedFiles privateOnes(Predicate<byte[]> isWhole, Pause pause) {
    return new SharedFiles(isWhole, Draft.Audience.OWNER, pause);
  }

  /// The whole content, or empty where there is no such file. One that was written this moment and
  /// is not whole is read again, for a fifth of a second.
  ///
  /// @throws PortException DENIED, FAILED, CANCELLED
  public Optional<byte[]> read(Path file) throws PortException {
    var content = AtomicFiles.read(file);
    for (int attempt = 1; attempt < ATTEMPTS && mayBeTorn(file, content); attempt++) {
      pause.await();
      content = AtomicFiles.read(file);
    }
    return content;
  }

  /// Puts new content into a file, or creates it. What may be half of somebody's write is never
  /// written over: it must be whole, or two seconds old.
  ///
  /// @param expected what [#read] gave
  /// @throws PortException CONFLICT where somebody else changed the file in between, DENIED,
  ///   NO_SPACE, FAILED; REFUSED also for a file with a second name (a hard link)
  public void replace(Path file, Optional<byte[]> expected, byte[] content) throws PortException {
    try {
      replace(file, Target.of(file), expected, content);
    } catch (FileAlreadyExistsException e) {
      throw changed(file, e);
    } catch (IOException e) {
      throw FileFailures.explain(file, e);
    }
  }

  /// Removes a file while it still holds what was read before. A link stays; its target goes.
  ///
  /// @param expected what [#read] gave
  /// @throws PortException CONFLICT where somebody else changed the file in between, DENIED, FAILED
  public void remove(Path file, Optional<byte[]> expected) throws PortException {
    try {
      var target = Target.of(file);
      if (!target.exists() && expected.isEmpty()) {
        return;
      }
      requireSettled(file, expected);
      target.requireWritableFolder();
      try (var old = Predecessor.of(target)) {
        requireUnchanged(file, old, expected);
        Files.deleteIfExists(target.path());
        target.syncFolder();
        giveBackLate(file, old, expected, Optional.empty());
      }
      requireStill(file, Optional.empty());
    } catch (IOException e) {
      throw FileFailures.explain(file, e);
    }
  }

  private void replace(Path file, Target target, Optional<byte[]> expected, byte[] content)
      throws IOException, PortException {
    requireSettled(file, expected);
    requireStill(file, expected);
    target.requireWritable();
    if (target.exists() && target.holds(content)) {
      return;
    }
    target.requireOneName();
    target.createFolder();
    try (var draft = Draft.of(target, content, whenNew);
        var old = Predecessor.of(target)) {
      // As late as can be: from here to the rename nothing else is done.
      requireUnchanged(file, old, expected);
      if (expected.isPresent()) {
        draft.replace();
      } else {
        draft.place();
      }
      target.syncFolder();
      giveBackLate(file, old, expected, Optional.of(content));
    }
    requireStill(file, Optional.of(content));
  }

  /// Another program that had the file open may have written to it when the name was ours already:
  /// what it wrote is what the person wants to stand there.
  private void giveBackLate(
      Path file, Predecessor old, Optional<byte[]> expected, Optional<byte[]> ours)
      throws IOException, PortException {
    var late = old.content();
    if (late.isEmpty() || same(late, expected)) {
      return;
    }
    for (int attempt = 1; attempt < ATTEMPTS && !isWhole.test(late.orElseThrow()); attempt++) {
      pause.await();
      late = old.content();
    }
    if (isWhole.test(late.orElseThrow())) {
      replace(file, ours, late.orElseThrow());
      throw changed(file, null);
    }
    // Its writer died half-way. What we wrote holds all that stood there before that.
  }

  private static void requireUnchanged(Path file, Predecessor old, Optional<byte[]> expected)
      throws IOException, PortException {
    if (!old.holds(expected)) {
      throw changed(file, null);
    }
  }

  private void requireStill(Path file, Optional<byte[]> content) throws PortException {
    if (!same(read(file), content)) {
      throw changed(file, null);
    }
  }

  /// A program that was held up after it had emptied the file goes on as soon as it can.
  private void requireSettled(Path file, Optional<byte[]> expected) throws PortException {
    if (mayBeTorn(file, expected)) {
      pause.await();
      throw changed(file, null);
    }
  }

  private boolean mayBeTorn(Path file, Optional<byte[]> content) {
    // Nearly all files are old, and a look at the clock is cheaper than one at the content.
    return content.isPresent() && wasWrittenJustNow(file) && !isWhole.test(content.get());
  }

  private static boolean wasWrittenJustNow(Path file) {
    try {
      return Files.getLastModifiedTime(file).toInstant().isAfter(Instant.now().minus(JUST_NOW));
    } catch (IOException _) {
      return false;
    }
  }

  private static boolean same(Optional<byte[]> one, Optional<byte[]> other) {
    return one.isPresent() == other.isPresent()
        && Arrays.equals(one.orElse(new byte[0]), other.orElse(new byte[0]));
  }

  private static PortException changed(Path file, @Nullable IOException cause) {
    return new PortException(PortException.Kind.CONFLICT, Message.of("file.changed", file), cause);
  }
}
