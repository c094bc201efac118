package dev.switchyard.adapter.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchyard.domain.Cancellation;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.OperatingSystem;
import dev.switchyard.domain.PortException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "runs sh")
class ProcessesTest {
  private final Processes processes =
      new Processes(Map.of("PATH", "/usr/bin:/bin", "KEPT", "yes"), OperatingSystem.LINUX);

  /// Leaves a program behind that writes for a minute.
  private static final String CHATTERBOX =
      """
      (for i in $(seq 600); do echo on; sleep 0.1; done; touch silent) &
      echo $! > left
      """;

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir Path folder;

  @Test
  void givesExitCodeAndBothStreams() throws Exception {
    var outcome = processes.run(sh("echo out; echo err >&2; exit 3"));

    assertThat(outcome).isEqualTo(new Outcome(3, "out\n", "err\n"));
  }

  @Test
  void handsArgumentsOnAsTheyAre() throws Exception {
    var outcome = processes.run(Command.of("printf", "%s|", "a b", "$HOME", "'\"`;&", "ü\n€"));

    assertThat(outcome.output()).isEqualTo("a b|$HOME|'\"`;&|ü\n€|");
  }

  @Test
  void childrenGetTheGivenEnvironmentAndNothingElse() throws Exception {
    var outcome = processes.run(Command.of("env").with(Map.of("ADDED", "a=b c")));

    assertThat(outcome.output().lines())
        .containsExactlyInAnyOrder("PATH=/usr/bin:/bin", "KEPT=yes", "ADDED=a=b c");
  }

  @Test
  void runsInTheFolder() throws Exception {
    var outcome = processes.run(Command.of("pwd").in(folder));

    assertThat(outcome.output().strip()).isEqualTo(folder.toRealPath().toString());
  }

  @Test
  void feedsStandardInput() throws Exception {
    assertThat(processes.run(Command.of("cat").reading("grüße")).output()).isEqualTo("grüße");
  }

  @Test
  void readsEverythingButKeepsOnlyTheBeginningOfEachStream() throws Exception {
    var outcome =
        processes.run(
            sh("head -c 3000000 /dev/zero; head -c 3000000 /dev/zero >&2; exit 0")
                .within(Duration.ofSeconds(60)));

    assertThat(outcome.succeeded()).isTrue();
    assertThat(outcome.output()).hasSize(Processes.OUTPUT_LIMIT);
    assertThat(outcome.errors()).hasSize(Processes.OUTPUT_LIMIT);
  }

  @Test
  void doesNotHangOnInputThatNobodyReads() throws Exception {
    var outcome = processes.run(Command.of("true").reading("x".repeat(1 << 20)));

    assertThat(outcome.succeeded()).isTrue();
  }

  @Test
  void killsTheChildrenTooWhenTheTimeIsUp() throws Exception {
    var pids = folder.resolve("pids");
    var command = sh("sleep 1000 & echo $! > pids; echo $$ >> pids; wait").in(folder);

    assertThatThrownBy(() -> processes.run(command.within(Duration.ofSeconds(2))))
        .isInstanceOfSatisfying(
            PortException.class, e -> assertThat(e.kind()).isEqualTo(PortException.Kind.TIMEOUT));

    for (var pid : Files.readAllLines(pids)) {
      awaitEnd(Long.parseLong(pid));
    }
  }

  @Test
  void cancellingKills() throws Exception {
    var asked = new Asked();
    var command = sh("echo $$ > pid; sleep 1000").in(folder).within(Duration.ofMinutes(5));
    var watcher =
        Thread.ofVirtual()
            .start(() -> {
              long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
              while (!Files.exists(folder.resolve("pid")) && System.nanoTime() < end) {
                Thread.onSpinWait();
              }
              asked.request();
            });

    assertThatThrownBy(() -> processes.run(command, asked))
        .isInstanceOfSatisfying(
            PortException.class, e -> assertThat(e.kind()).isEqualTo(PortException.Kind.CANCELLED));
    assertThat(watcher.join(Duration.ofSeconds(20))).isTrue();
  }

  @Test
  void handsLinesOnWhileTheProgramStillRuns() throws Exception {
    var lines = new ArrayList<String>();

    var outcome =
        processes.run(
            sh("echo one; echo zwei ü; echo err >&2; printf three; exit 3"),
            line -> lines.add(line),
            Cancellation.NEVER);

    assertThat(lines).containsExactly("one", "zwei ü", "three");
    assertThat(outcome).isEqualTo(new Outcome(3, "", "err\n"));
  }

  @Test
  void aListenerThatHasHeardEnoughEndsTheProgram() throws Exception {
    var lines = new ArrayList<String>();

    processes.run(
        sh("echo enough; exec sleep 1000"),
        line -> {
          lines.add(line);
          return false;
        },
        Cancellation.NEVER);

    assertThat(lines).containsExactly("enough");
  }

  @Test
  void aListenersFailureEndsTheProgramAndItsChildren() throws Exception {
    var failure = new PortException(PortException.Kind.FAILED, Message.of("listener"));
    var child = new ArrayList<Long>();

    assertThatExceptionOfType(PortException.class)
        .isThrownBy(() ->
            processes.run(
                sh("sleep 1000 & echo $!; wait"),
                line -> {
                  child.add(Long.parseLong(line));
                  throw failure;
                },
                Cancellation.NEVER))
        .isSameAs(failure);
    awaitEnd(child.getFirst());
  }

  @Test
  void cancellingBetweenTwoLinesKillsTheChildrenToo() throws Exception {
    var asked = new Asked();
    var child = new ArrayList<Long>();

    assertThatExceptionOfType(PortException.class)
        .isThrownBy(() ->
            processes.run(
                sh("sleep 1000 & echo $!; wait"),
                line -> {
                  child.add(Long.parseLong(line));
                  asked.request();
                  return true;
                },
                asked))
        .satisfies(e -> assertThat(e.kind()).isEqualTo(PortException.Kind.CANCELLED));
    awaitEnd(child.getFirst());
  }

  @Test
  void linesThatDoNotEndInTimeAreATimeout() {
    assertThatExceptionOfType(PortException.class)
        .isThrownBy(() ->
            processes.run(
                sh("echo on; exec sleep 1000").within(Duration.ofMillis(200)),
                _ -> true,
                Cancellation.NEVER))
        .satisfies(e -> assertThat(e.kind()).isEqualTo(PortException.Kind.TIMEOUT));
  }

  @Test
  void aProgramThatIsLeftBehindAndGoesOnWritingDoesNotKeepTheRunAlive() throws Exception {
    try {
      processes.run(sh(CHATTERBOX).in(folder), _ -> true, Cancellation.NEVER);

      assertThat(folder.resolve("silent")).doesNotExist();
    } finally {
      killLeftBehind(folder);
    }
  }

  /// Killing what has ended already stops nobody.
  @Test
  void cancellingIsHeardAtTheNextLineAlsoWhereNothingCanBeKilled() {
    var lines = new ArrayList<String>();
    var asked =
        new Cancellation() {
          @Override
          public boolean requested() {
            return !lines.isEmpty();
          }

          @Override
          public void onRequest(Runnable stop) {}
        };

    assertThatExceptionOfType(PortException.class)
        .isThrownBy(() ->
            processes.run(
                sh("for i in $(seq 100); do echo on; sleep 0.1; done"),
                line -> lines.add(line),
                asked))
        .satisfies(e -> assertThat(e.kind()).isEqualTo(PortException.Kind.CANCELLED));
    assertThat(lines).hasSize(1);
  }

  /// Java cannot call a thread back that reads from a silent program: if it were a virtual one, the
  /// thread that carries it would carry nobody else.
  @Test
  void programsThatAreLeftBehindTakeNoVirtualThreadItsTurn() throws Exception {
    var turns = new CountDownLatch(1);
    var homes = new ArrayList<Path>();
    var runs = new ArrayList<Thread>();
    try {
      for (int i = 0; i <= Runtime.getRuntime().availableProcessors(); i++) {
        var home = Files.createDirectory(folder.resolve("run-" + i));
        homes.add(home);
        runs.add(Thread.ofPlatform().start(() -> leaveBehind(home)));
      }
      for (var run : runs) {
        assertThat(run.join(PATIENCE)).as("it has returned").isTrue();
      }

      Thread.ofVirtual().start(turns::countDown);

      assertThat(turns.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    } finally {
      for (var home : homes) {
        killLeftBehind(home);
      }
    }
  }

  private void leaveBehind(Path home) {
    try {
      processes.run(sh("sleep 300 & echo $! > left; sleep 1").in(home));
    } catch (PortException e) {
      throw new AssertionError(e);
    }
  }

  private static void killLeftBehind(Path home) throws IOException {
    var left = home.resolve("left");
    if (Files.exists(left)) {
      ProcessHandle.of(Long.parseLong(Files.readString(left).strip())).ifPresent(Processes::kill);
    }
  }

  @Test
  void tellsAMissingProgramFromAMissingFolderAndAForbiddenFile() throws Exception {
    var plain = Files.writeString(folder.resolve("plain"), "not a program");

    assertThat(kindOf(Command.of("switchyard-no-such-program")))
        .isEqualTo(PortException.Kind.UNREACHABLE);
    assertThat(kindOf(Command.of("true").in(folder.resolve("gone"))))
        .isEqualTo(PortException.Kind.MISSING);
    assertThat(kindOf(Command.of(plain.toString()))).isEqualTo(PortException.Kind.DENIED);
  }

  @Test
  void aDetachedProgramRunsOnAndWritesItsLog() throws Exception {
    var log = folder.resolve("logs/it.log");

    var detached =
        processes.startDetached(sh("echo $$ > pid; echo started; exec sleep 1000").in(folder), log);
    try {
      assertThat(detached.exitWithin(Duration.ZERO)).isEmpty();
      awaitText(log, "started");
      assertThat(detached.isAlive()).isTrue();
      assertThat(detached.startedAt()).isPresent();
      assertThat(Files.readString(folder.resolve("pid")).strip())
          .isEqualTo(String.valueOf(detached.pid()));
    } finally {
      ProcessHandle.of(detached.pid()).ifPresent(Processes::kill);
    }
  }

  @Test
  void aDetachedProgramThatFailsAtOnceSaysSo() throws Exception {
    var detached = processes.startDetached(sh("echo broken >&2; exit 7"), folder.resolve("log"));

    assertThat(detached.exitWithin(Duration.ofSeconds(30))).hasValue(7);
    assertThat(folder.resolve("log")).hasContent("broken\n");
  }

  @Test
  void aMissingDetachedProgramIsFoundOutAtOnce() {
    assertThatThrownBy(() ->
            processes.startDetached(
                Command.of("switchyard-no-such-program"), folder.resolve("log")))
        .isInstanceOfSatisfying(
            PortException.class,
            e -> assertThat(e.kind()).isEqualTo(PortException.Kind.UNREACHABLE));
  }

  private PortException.Kind kindOf(Command command) {
    try {
      throw new AssertionError("it ran: " + processes.run(command));
    } catch (PortException e) {
      return e.kind();
    }
  }

  private static Command sh(String script) {
    return Command.of("sh", "-c", script);
  }

  private static void awaitEnd(long pid) throws Exception {
    var process = ProcessHandle.of(pid);
    if (process.isPresent()) {
      process.get().onExit().get(20, TimeUnit.SECONDS);
    }
  }

  private static void awaitText(Path file, String text) throws IOException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (!(Files.exists(file) && Files.readString(file).contains(text))) {
      assertThat(System.nanoTime()).as("waiting for %s in %s", text, file).isLessThan(end);
      Thread.onSpinWait();
    }
  }

  private static final class Asked implements Cancellation {
    private final List<Runnable> stops = new ArrayList<>();
    private boolean requested;

    @Override
    public synchronized boolean requested() {
      return requested;
    }

    @Override
    public synchronized void onRequest(Runnable stop) {
      if (requested) {
        stop.run();
      } else {
        stops.add(stop);
      }
    }

    synchronized void request() {
      requested = true;
      stops.forEach(Runnable::run);
    }
  }
}
