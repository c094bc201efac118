package dev.switchyard.adapter.usage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchyard.domain.Cancellation;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.route.Journal;
import dev.switchyard.domain.route.PastRoutes;
import dev.switchyard.domain.usage.Ledger;
import dev.switchyard.domain.usage.Tally;
import dev.switchyard.domain.usage.UsageHistory;
import dev.switchyard.domain.usage.UsageKey;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TranscriptUsageTest {
  private static final String APP = "/home/me/app";
  private static final String AT = "2026-11-23T20:29:01.650Z";
  private static final String FIRST = "msg_da9e5e453cf57f4a484ecc37";
  private static final String SECOND = "msg_5e07887522988e0355833ef9";
  private static final PastRoutes UNROUTED = new PastRoutes(Journal.EMPTY);

  @TempDir private Path temporary;
  private Path claude;
  private Path state;
  private Path app;
  private long bytesRead;

  @BeforeEach
  void folders() throws IOException {
    var real = temporary.toRealPath();
    claude = real.resolve(".claude");
    state = real.resolve("state");
    app = Files.createDirectories(claude.resolve("projects/-home-me-app"));
  }

  @Test
  void anAnswerOfSeveralLinesIsOneRequestWithItsLastCounts() throws Exception {
    write(
        "s1.jsonl",
        Lines.prompt(APP, 10)
            + Lines.answer(FIRST, "agent", APP, AT, 11_782, 1, "null")
            + Lines.answer(FIRST, "agent", APP, AT, 19_285, 9, "\"tool_use\"")
            + Lines.answer(SECOND, "agent", APP, AT, 5, 7));
    assertThat(total()).isEqualTo(new Tally(2, 19_290, 0, 0, 16));
  }

  @Test
  void anAnswerThatIsStillComingIsCompletedByTheNextReading() throws Exception {
    write("s1.jsonl", Lines.answer(FIRST, "agent", APP, AT, 11_782, 1, "null"));
    assertThat(total()).isEqualTo(new Tally(1, 11_782, 0, 0, 1));
    append("s1.jsonl", Lines.answer(FIRST, "agent", APP, AT, 19_285, 9));
    append("s1.jsonl", Lines.answer(FIRST, "agent", APP, AT, 19_285, 9));
    assertThat(total()).isEqualTo(new Tally(1, 19_285, 0, 0, 9));
  }

  @Test
  void aForkedSessionAndSubAgentsCountEachAnswerOnce() throws Exception {
    var first = Lines.answer(FIRST, "agent", APP, AT, 10, 1);
    write("s1.jsonl", first);
    write("s2.jsonl", first + Lines.answer(SECOND, "agent", APP, AT, 20, 2));
    Files.createDirectories(app.resolve("s1/subagents"));
    write("s1/subagents/agent-1.jsonl", Lines.answer("msg_" + "ab".repeat(12), "a", APP, AT, 4, 4));
    assertThat(total()).isEqualTo(new Tally(3, 34, 0, 0, 7));
  }

  @Test
  void whatNoServerAnsweredAndWhatCannotBeUnderstoodIsNotCounted() throws Exception {
    var good = Lines.answer(FIRST, "agent", APP, AT, 10, 1);
    var other = Lines.answer(SECOND, "agent", APP, AT, 10, 1);
    write(
        "s1.jsonl",
        good
            + other.replace("\"agent\"", "\"<synthetic>\"")
            + other.replace(
                "\"type\":\"assistant\"", "\"isApiErrorMessage\":true,\"type\":\"assistant\"")
            + "not json\n\n{}\n[1]\n{\"a\":\n"
            + other.replace(":10,", ":-10,")
            + other.replace(":10,", ":1e3,")
            + other.replace(":10,", ":99999999999999999999,")
            + other.replace(AT, "yesterday")
            + other.replace(SECOND, "")
            + "[".repeat(200_000)
            + "\n"
            + "\u0000\u0001\n");
    var ledger = read();
    assertThat(sum(ledger)).isEqualTo(new Tally(1, 10, 0, 0, 1));
    assertThat(ledger.unreadable()).isEqualTo(10);
  }

  @Test
  void onlyWhatIsNewIsReadAgain() throws Exception {
    for (int i = 0; i < 20; i++) {
      write(
          "s" + i + ".jsonl",
          Lines.prompt(APP, 200_000)
              + Lines.answer("msg_" + "%024x".formatted(i), "agent", APP, AT, 10, 1));
    }
    assertThat(total().requests()).isEqualTo(20);
    assertThat(bytesRead).isGreaterThan(4_000_000);

    bytesRead = 0;
    assertThat(total().requests()).isEqualTo(20);
    assertThat(bytesRead).isZero();

    var more = Lines.answer(FIRST, "agent", APP, AT, 10, 1);
    append("s3.jsonl", more);
    assertThat(total().requests()).isEqualTo(21);
    assertThat(bytesRead).isLessThanOrEqualTo(more.length() + 3 * 64L);
  }

  @Test
  void aLineThatIsBeingWrittenIsCountedWhenItIsWhole() throws Exception {
    var line = Lines.answer(FIRST, "agent", APP, AT, 10, 1);
    write("s1.jsonl", line.substring(0, 100));
    assertThat(total()).isEqualTo(Tally.NONE);
    append("s1.jsonl", line.substring(100, line.length() - 1));
    assertThat(total()).isEqualTo(Tally.NONE);
    append("s1.jsonl", "\n");
    assertThat(total().requests()).isEqualTo(1);
    assertThat(read().unreadable()).isZero();
  }

  @Test
  void whatWasCountedStaysWhenATranscriptIsCutReplacedOrDeleted() throws Exception {
    var first = Lines.answer(FIRST, "agent", APP, AT, 10, 1);
    var second = Lines.answer(SECOND, "agent", APP, AT, 20, 2);
    write("s1.jsonl", Lines.prompt(APP, 500) + first);
    assertThat(total().requests()).isEqualTo(1);

    write("s1.jsonl", first + second);
    assertThat(total()).isEqualTo(new Tally(2, 30, 0, 0, 3));

    write("s1.jsonl", Lines.prompt(APP, 5_000) + first + second);
    assertThat(total()).isEqualTo(new Tally(2, 30, 0, 0, 3));

    Files.delete(app.resolve("s1.jsonl"));
    assertThat(total()).isEqualTo(new Tally(2, 30, 0, 0, 3));
    assertThat(Files.readString(state.resolve("usage.json"))).doesNotContain("s1.jsonl");

    write("copy.jsonl", first + second);
    assertThat(total().requests()).isEqualTo(2);
  }

  @Test
  void aProjectIsTheFolderThatTheSessionBeganIn() throws Exception {
    write(
        "s1.jsonl",
        Lines.prompt(APP, 1) + Lines.answer(FIRST, "agent", APP + "/deep/er", AT, 1, 1));
    var strange = Files.createDirectories(claude.resolve("projects/-moved")).resolve("s2.jsonl");
    Files.writeString(strange, Lines.answer(SECOND, "agent", "/srv/ä b", AT, 1, 1));
    assertThat(read().totals().keySet().stream().map(UsageKey::project))
        .containsExactlyInAnyOrder(APP, "/srv/ä b");
  }

  @Test
  void daysAreThoseOfThePersonsZone() throws Exception {
    write(
        "s1.jsonl",
        Lines.answer(FIRST, "agent", APP, "2026-11-23T23:30:00Z", 1, 1)
            + Lines.answer(SECOND, "agent", APP, "2026-11-23T22:30:00Z", 1, 1));
    var ledger =
        usage().readOn(UNROUTED, ZoneId.of("Europe/Berlin"), (_, _) -> {}, Cancellation.NEVER);
    assertThat(ledger.totals().keySet().stream().map(UsageKey::day))
        .containsExactlyInAnyOrder(LocalDate.of(2026, 11, 24), LocalDate.of(2026, 11, 23));
  }

  @Test
  void linksAreFollowedOnceAndCirclesNotAtAll() throws Exception {
    write("s1.jsonl", Lines.answer(FIRST, "agent", APP, AT, 10, 1));
    Files.createSymbolicLink(app.resolve("again.jsonl"), app.resolve("s1.jsonl"));
    Files.createSymbolicLink(app.resolve("circle"), claude.resolve("projects"));
    Files.createSymbolicLink(app.resolve("gone.jsonl"), app.resolve("nothing"));
    Files.createDirectory(app.resolve("folder.jsonl"));
    assertThat(total().requests()).isEqualTo(1);
    assertThat(bytesRead).isLessThan(2 * Files.size(app.resolve("s1.jsonl")));
  }

  @Test
  void nothingThatWasSaidIsKept() throws Exception {
    write("s1.jsonl", Lines.prompt(APP, 100) + Lines.answer(FIRST, "agent", APP, AT, 10, 1));
    read();
    try (var files = Files.list(state)) {
      for (var file : files.toList()) {
        assertThat(Files.readString(file)).doesNotContain("secret", "\"ok\"", FIRST);
      }
    }
  }

  @Test
  void aReadingThatIsStoppedGoesOnWhereItWas() throws Exception {
    var random = new Random(1);
    var text = new StringBuilder();
    for (int i = 0; i < 2_000; i++) {
      text.append(Lines.answer(Lines.ollamaId(random), "agent", APP, AT, 10, 1));
    }
    write("s1.jsonl", text.toString());
    var stop = new Stop();
    assertThatThrownBy(() -> usage().readOn(UNROUTED, ZoneOffset.UTC, stop, stop))
        .isInstanceOfSatisfying(
            PortException.class, e -> assertThat(e.kind()).isEqualTo(PortException.Kind.CANCELLED));
    long first = bytesRead;
    assertThat(first).isLessThan(text.length() / 2);
    assertThat(total().requests()).isEqualTo(2_000);
    assertThat(bytesRead - first).isLessThan(text.length());
  }

  @Test
  void aLineOfManyMegabytesIsNeverInMemoryWhole() throws Exception {
    var file = app.resolve("s1.jsonl");
    try (var channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      channel.write(
          ByteBuffer.wrap("{\"type\":\"user\",\"message\":{\"content\":\"".getBytes(UTF_8)));
      var block = ByteBuffer.wrap("x".repeat(1 << 20).getBytes(UTF_8));
      for (int i = 0; i < 64; i++) {
        channel.write(block.rewind());
      }
      channel.write(ByteBuffer.wrap("\"}}\n".getBytes(UTF_8)));
    }
    append("s1.jsonl", Lines.answer(FIRST, "agent", APP, AT, 10, 1));
    var ledger = read();
    assertThat(sum(ledger).requests()).isEqualTo(1);
    assertThat(ledger.unreadable()).isZero();
  }

  @Test
  void anIndexThatCannotBeReadIsNotWrittenOver() throws Exception {
    write("s1.jsonl", Lines.answer(FIRST, "agent", APP, AT, 10, 1));
    Files.createDirectories(state);
    for (var broken : List.of("{", "{\"version\":2}", "[]", "{\"version\":1,\"files\":7}")) {
      Files.writeString(state.resolve("usage.json"), broken);
      assertThatThrownBy(this::read)
          .isInstanceOfSatisfying(
              PortException.class,
              e -> assertThat(e.kind()).isEqualTo(PortException.Kind.MALFORMED));
      assertThat(state.resolve("usage.json")).hasContent(broken);
    }
  }

  @Test
  void twoAtOnceCountEachAnswerOnce() throws Exception {
    var random = new Random(2);
    for (int i = 0; i < 30; i++) {
      write("s" + i + ".jsonl", Lines.answer(Lines.ollamaId(random), "agent", APP, AT, 10, 1));
    }
    var failures = new ArrayList<Exception>();
    var other =
        Thread.ofVirtual()
            .start(() -> {
              try {
                new TranscriptUsage(claude, state)
                    .readOn(UNROUTED, ZoneOffset.UTC, (_, _) -> {}, Cancellation.NEVER);
              } catch (PortException e) {
                failures.add(e);
              }
            });
    read();
    other.join();
    assertThat(failures).isEmpty();
    assertThat(total()).isEqualTo(new Tally(30, 300, 0, 0, 30));
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(app.resolve(name), text);
  }

  private void append(String name, String text) throws IOException {
    Files.writeString(app.resolve(name), text, StandardOpenOption.APPEND);
  }

  private Tally total() throws PortException {
    return sum(read());
  }

  private static Tally sum(Ledger ledger) {
    return ledger.totals().values().stream().reduce(Tally.NONE, Tally::plus);
  }

  private Ledger read() throws PortException {
    return usage().readOn(UNROUTED, ZoneOffset.UTC, (_, _) -> {}, Cancellation.NEVER);
  }

  private TranscriptUsage usage() {
    return new TranscriptUsage(claude, state, file -> new Counted(Files.newByteChannel(file)));
  }

  /// Stops at the first bytes.
  private static final class Stop implements Cancellation, UsageHistory.Progress {
    private boolean requested;

    @Override
    public void read(long bytes, long of) {
      requested |= bytes > 0;
    }

    @Override
    public boolean requested() {
      return requested;
    }

    @Override
    public void onRequest(Runnable stop) {}
  }

  private final class Counted implements SeekableByteChannel {
    private final SeekableByteChannel file;

    Counted(SeekableByteChannel file) {
      this.file = file;
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
      int size = file.read(target);
      bytesRead += Math.max(0, size);
      return size;
    }

    @Override
    public int write(ByteBuffer source) {
      throw new UnsupportedOperationException();
    }

    @Override
    public long position() throws IOException {
      return file.position();
    }

    @Override
    public SeekableByteChannel position(long place) throws IOException {
      file.position(place);
      return this;
    }

    @Override
    public long size() throws IOException {
      return file.size();
    }

    @Override
    public SeekableByteChannel truncate(long size) {
      throw new UnsupportedOperationException();
    }

    @Override
    public boolean isOpen() {
      return file.isOpen();
    }

    @Override
    public void close() throws IOException {
      file.close();
    }
  }
}
