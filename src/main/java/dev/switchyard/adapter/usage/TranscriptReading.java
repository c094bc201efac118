package dev.switchyard.adapter.usage;

import dev.switchyard.domain.Fingerprint;
import dev.switchyard.domain.route.PastRoutes;
import dev.switchyard.domain.usage.AnswerForm;
import dev.switchyard.domain.usage.Ledger;
import dev.switchyard.domain.usage.NotedAnswer;
import dev.switchyard.domain.usage.UsageKey;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;

/// Counts what has been written to one transcript since it was read last.
final class TranscriptReading {
  private static final int BUFFER_BYTES = 1 << 16;
  private static final int ANCHOR_BYTES = 64;

  /// Longer names are cut: nobody has such, and they would be kept for ever.
  private static final int LONGEST_NAME = 1_024;

  private final Ledger ledger;
  private final PastRoutes routes;
  private final ZoneId zone;
  private final LongConsumer progress;
  private final BooleanSupplier cancelled;

  /// @param progress told of bytes that were read
  TranscriptReading(
      Ledger ledger,
      PastRoutes routes,
      ZoneId zone,
      LongConsumer progress,
      BooleanSupplier cancelled) {
    this.ledger = ledger;
    this.routes = routes;
    this.zone = zone;
    this.progress = progress;
    this.cancelled = cancelled;
  }

  /// @param folder the name of the folder below `projects` that the transcript is in
  /// @param size what the file had when it was looked at; what came later is left for the next time
  /// @return how far it was read; not to the end where the reading was cancelled
  ReadTranscript readOn(
      SeekableByteChannel file, String folder, ReadTranscript before, long size, long modified)
      throws IOException {
    long from = isSame(file, before, size) ? before.offset() : 0;
    file.position(from);
    var lines = new LineStream(new Upto(Channels.newInputStream(file), size - from), BUFFER_BYTES);
    var start = new Start(folder, before.start());
    long offset = from;
    long told = 0;
    while (!cancelled.getAsBoolean() && lines.next()) {
      var content = UsageLine.read(lines);
      if (!lines.finish()) {
        break;
      }
      count(content, start);
      offset = from + lines.place();
      if (lines.place() - told >= BUFFER_BYTES) {
        progress.accept(lines.place() - told);
        told = lines.place();
      }
    }
    progress.accept(lines.place() - told);
    boolean whole = !cancelled.getAsBoolean();
    return new ReadTranscript(
        offset, anchor(file, offset), whole ? size : -1, modified, start.known());
  }

  private void count(UsageLine.Content content, Start start) {
    content.folder().ifPresent(start::look);
    content.answer().ifPresent(answer -> ledger.count(answer, key(answer, start)));
    if (!content.understood()) {
      ledger.skip();
    }
  }

  private UsageKey key(NotedAnswer answer, Start start) {
    var project = start.known().orElse(answer.folder());
    return new UsageKey(
        LocalDate.ofInstant(answer.at(), zone),
        shortened(project),
        shortened(answer.model()),
        AnswerForm.of(answer.id()),
        routes.at(project, answer.at()));
  }

  private static String shortened(String name) {
    return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
  }

  private static boolean isSame(SeekableByteChannel file, ReadTranscript before, long size)
      throws IOException {
    return before.offset() <= size && anchor(file, before.offset()).equals(before.anchor());
  }

  private static String anchor(SeekableByteChannel file, long offset) throws IOException {
    int size = (int) Math.min(ANCHOR_BYTES, offset);
    var bytes = ByteBuffer.allocate(size);
    file.position(offset - size);
    while (bytes.hasRemaining() && file.read(bytes) >= 0) {
      // Goes on until all are there.
    }
    return size == 0 ? "" : Fingerprint.of(bytes.array()).text();
  }

  /// The folder in which a session was started: the one that the transcript's own folder is named
  /// after. A command may have gone to another one since.
  private static final class Start {
    private final String folder;
    private Optional<String> known;

    Start(String folder, Optional<String> known) {
      this.folder = folder;
      this.known = known;
    }

    void look(String place) {
      if (known.isEmpty() && place.replaceAll("[^A-Za-z0-9]", "-").equals(folder)) {
        known = Optional.of(place);
      }
    }

    Optional<String> known() {
      return known;
    }
  }

  /// A file's beginning.
  private static final class Upto extends InputStream {
    private final InputStream source;
    private long left;

    Upto(InputStream source, long bytes) {
      this.source = source;
      this.left = bytes;
    }

    @Override
    public int read() throws IOException {
      var one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      int got = left <= 0 ? -1 : source.read(target, offset, (int) Math.min(length, left));
      left -= Math.max(0, got);
      return got;
    }
  }
}
