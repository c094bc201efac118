package dev.switchyard.adapter.usage;

import dev.switchyard.adapter.file.AtomicFiles;
import dev.switchyard.adapter.file.LockedFile;
import dev.switchyard.domain.Cancellation;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.route.PastRoutes;
import dev.switchyard.domain.usage.Ledger;
import dev.switchyard.domain.usage.UsageHistory;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import tools.jackson.core.JacksonException;

/// Reads each byte of the transcripts once, and keeps what was counted in the private file
/// `usage.json` of Switchyard's state folder. A lock on a file beside it keeps other processes out.
///
/// A transcript that was cut, or that another one took the place of, is read from its beginning:
/// what was counted of it is known by the answers' ids. After a crash the reading goes on from what
/// was kept last.
public final class TranscriptUsage implements UsageHistory {
  /// How much is read between two times that it is kept, in bytes.
  private static final long KEPT_EVERY = 256L << 20;

  private final Path file;
  private final LockedFile locked;
  private final Transcripts transcripts;
  private final UsageIndexJson json;
  private final Opening opening;

  /// Opens a transcript.
  @FunctionalInterface
  interface Opening {
    SeekableByteChannel open(Path file) throws IOException;
  }

  /// @param claudeConfig Claude Code's own folder, such as `~/.claude`
  /// @param state Switchyard's state folder
  public TranscriptUsage(Path claudeConfig, Path state) {
    this(claudeConfig, state, Files::newByteChannel);
  }

  TranscriptUsage(Path claudeConfig, Path state, Opening opening) {
    this.file = state.resolve("usage.json");
    this.locked =
        new LockedFile(state, "usage.json", "usage.lock", Message.of("usage.index-locked"));
    this.transcripts = new Transcripts(claudeConfig);
    this.json = new UsageIndexJson(state.getFileSystem());
    this.opening = opening;
  }

  @Override
  public Ledger readOn(PastRoutes routes, ZoneId zone, Progress progress, Cancellation cancellation)
      throws PortException {
    return locked.exclusively(() -> {
      var pass = new Pass(kept(), routes, zone, progress, cancellation);
      pass.read(transcripts.all());
      return pass.index.ledger();
    });
  }

  private UsageIndex kept() throws PortException {
    var content = AtomicFiles.read(file);
    if (content.isEmpty()) {
      return UsageIndex.empty();
    }
    try {
      return json.read(content.get());
    } catch (JacksonException | IllegalArgumentException | DateTimeException e) {
      throw new PortException(
          PortException.Kind.MALFORMED, Message.of("usage.index-unreadable", file.toString()), e);
    }
  }

  /// One reading of all that is new.
  private final class Pass {
    private final UsageIndex index;
    private final TranscriptReading reading;
    private final Progress progress;
    private final Cancellation cancellation;
    private long done;
    private long all;
    private long kept;

    Pass(
        UsageIndex index,
        PastRoutes routes,
        ZoneId zone,
        Progress progress,
        Cancellation cancellation) {
      this.index = index;
      this.progress = progress;
      this.cancellation = cancellation;
      this.reading =
          new TranscriptReading(
              index.ledger(), routes, zone, this::advance, cancellation::requested);
    }

    void read(List<Transcripts.Found> found) throws PortException {
      var names = found.stream().map(Transcripts.Found::file).toList();
      boolean changed = index.files().keySet().retainAll(names);
      var fresh = found.stream().filter(this::isNew).toList();
      all = fresh.stream().mapToLong(one -> one.bytes() - Math.min(one.bytes(), start(one))).sum();
      advance(0);
      for (var one : fresh) {
        if (cancellation.requested()) {
          break;
        }
        read(one);
        if (done - kept >= KEPT_EVERY) {
          keep();
        }
      }
      if (changed || !fresh.isEmpty()) {
        keep();
      }
      if (cancellation.requested()) {
        throw new PortException(PortException.Kind.CANCELLED, Message.of("usage.cancelled"));
      }
    }

    private boolean isNew(Transcripts.Found one) {
      return !index.before(one.file()).isUnchanged(one.bytes(), one.modifiedMillis());
    }

    private long start(Transcripts.Found one) {
      return index.before(one.file()).offset();
    }

    /// A transcript that is gone by now, or may not be read, is left for the next time.
    private void read(Transcripts.Found one) {
      try (var bytes = opening.open(one.file())) {
        var before = index.before(one.file());
        var after = reading.readOn(bytes, one.folder(), before, one.bytes(), one.modifiedMillis());
        index.files().put(one.file(), after);
      } catch (IOException _) {
        index.files().remove(one.file());
      }
    }

    private void advance(long bytes) {
      done += bytes;
      progress.read(done, Math.max(all, done));
    }

    private void keep() throws PortException {
      kept = done;
      AtomicFiles.writePrivate(file, UsageIndexJson.write(index));
    }
  }
}
