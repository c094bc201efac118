package dev.switchyard.adapter.log;

import dev.switchyard.adapter.file.PrivateFolder;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.log.EventLog;
import dev.switchyard.domain.log.Redaction;
import dev.switchyard.domain.log.StackText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.function.Supplier;

/// The log: `switchyard.log`, and the ones before it as `switchyard.log.1` (the newest) and so on,
/// all of them in a folder that only their owner may look into.
///
/// A file is opened for one entry and written with one call, so that several windows and commands
/// share the log. Nothing is opened before the first entry: a command that only asks leaves no
/// file. Java's own logging is not used, since its start takes longer than all that is written
/// here.
public final class LogFiles implements EventLog {
  public static final String NAME = "switchyard.log";

  /// Together with [#LARGEST_BYTES] at most two and a half megabytes on disk.
  static final int KEPT = 4;

  static final long LARGEST_BYTES = 512 * 1024;

  /// An entry with a longer stack is cut.
  private static final int LARGEST_ENTRY = 32 * 1024;

  private final Path folder;
  private final Clock clock;
  private final long process;
  private final Supplier<Redaction> redaction;
  private final Supplier<String> introduction;
  private boolean introduced;

  /// @param redaction asked for when the first entry is written
  /// @param introduction who writes here: the first line of each process
  public LogFiles(
      Path folder,
      Clock clock,
      long process,
      Supplier<Redaction> redaction,
      Supplier<String> introduction) {
    this.folder = folder;
    this.clock = clock;
    this.process = process;
    this.redaction = redaction;
    this.introduction = introduction;
  }

  @Override
  public void note(String event) {
    write("INFO ", event);
  }

  @Override
  public void failure(String event, Throwable cause) {
    write("ERROR", event + "\n" + StackText.of(cause));
  }

  private synchronized void write(String level, String text) {
    try {
      if (!introduced) {
        PrivateFolder.create(folder);
        introduced = true;
        append("INFO ", introduction.get());
      }
      append(level, text);
    } catch (IOException | UncheckedIOException | PortException _) {
      // The disk is full or not ours: what the person asked for goes on all the same.
    }
  }

  private void append(String level, String text) throws IOException {
    var entry = entry(level, redaction.get().of(text));
    var file = folder.resolve(NAME);
    if (Files.exists(file) && Files.size(file) + entry.length > LARGEST_BYTES) {
      rotate(file);
    }
    try (var channel =
        FileChannel.open(
            file,
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND),
            ownersOnly(file))) {
      channel.write(ByteBuffer.wrap(entry));
    }
  }

  /// One line, and those of a stack below it, set in.
  private byte[] entry(String level, String text) {
    var line =
        "%s %d %s %s"
            .formatted(
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                process,
                level,
                withoutControls(text));
    var cut = line.length() > LARGEST_ENTRY ? line.substring(0, LARGEST_ENTRY) + "…" : line;
    return (cut.replace("\n", "\n    ") + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /// A file's name may hold what a terminal takes for a command.
  private static String withoutControls(String text) {
    return text.replace("\r", "").replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", "?");
  }

  /// Two processes may do it at once: then one of them moves what the other has moved, and a file
  /// of few lines is kept among the others.
  private void rotate(Path file) throws IOException {
    for (int number = KEPT - 1; number >= 1; number--) {
      move(numbered(number), numbered(number + 1));
    }
    move(file, numbered(1));
  }

  private static void move(Path from, Path to) throws IOException {
    if (Files.exists(from)) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private Path numbered(int number) {
    return folder.resolve(NAME + "." + number);
  }

  private static FileAttribute<?>[] ownersOnly(Path file) {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }
}
