package dev.switchyard.adapter.claude;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.switchyard.adapter.process.Processes;
import dev.switchyard.domain.Cancellation;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.OperatingSystem;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.PortException.Kind;
import dev.switchyard.domain.probe.ClaudeEvent;
import dev.switchyard.domain.probe.HeadlessClaude.Listener;
import dev.switchyard.domain.probe.HeadlessClaude.Question;
import dev.switchyard.fake.LiveThreads;
import dev.switchyard.fake.Wish;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A Claude Code that does everything wrong: each run ends within its limit, and leaves neither a
/// process nor a thread nor its settings behind.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "what stands for Claude Code is a shell script")
class ClaudeCliTest {
  private static final Duration SHORT = Duration.ofMillis(500);
  private static final Duration LONG = Duration.ofSeconds(60);

  private static final String STARTED =
      "echo '{\"type\":\"system\",\"subtype\":\"init\",\"model\":\"agent\"}'\n";

  private static final String RESULT =
      "echo '{\"type\":\"result\",\"is_error\":false,\"modelUsage\":{\"agent\":{}}}'\n";

  @TempDir private Path folder;

  private final LiveThreads before = LiveThreads.now();
  private final List<ClaudeEvent> events = new ArrayList<>();

  @AfterEach
  void nothingIsLeft() throws IOException, InterruptedException {
    before.assertNoMore();
    try (var settings = Files.list(folder.resolve("state/proofs"))) {
      assertThat(settings).isEmpty();
    }
    var started = folder.resolve("pids");
    if (Files.exists(started)) {
      for (var pid : Files.readAllLines(started)) {
        ProcessHandle.of(Long.parseLong(pid))
            .ifPresent(process -> assertThat(process.onExit()).succeedsWithin(LONG));
      }
    }
  }

  static Stream<Arguments> wrong() {
    return Stream.of(
        Arguments.of("never says anything", false, "sleep 1000", Kind.TIMEOUT),
        Arguments.of("falls silent", false, STARTED + "sleep 1000", Kind.TIMEOUT),
        Arguments.of("closes its output and stays", false, "exec >&-; sleep 1000", Kind.TIMEOUT),
        Arguments.of("repeats itself", false, "while :; do " + STARTED + "done", Kind.TIMEOUT),
        Arguments.of("writes a line without an end", false, "exec cat /dev/zero", Kind.TIMEOUT),
        Arguments.of("dies before it says anything", true, "kill -9 $$", Kind.FAILED),
        Arguments.of("dies in mid-stream", true, STARTED + "kill -9 $$", Kind.FAILED),
        Arguments.of("dies in mid-line", true, STARTED + "printf '{\"type\":\"res'", Kind.FAILED),
        Arguments.of("writes no JSON", true, "echo '{broken'; echo '[]'", Kind.FAILED),
        Arguments.of(
            "writes a line of 10 MB", true, "head -c 10485760 /dev/zero; echo", Kind.FAILED));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("wrong")
  void whatDoesItWrongIsEnded(String name, boolean ends, String script, Kind kind)
      throws Exception {
    assertThat(failure(script, ends ? LONG : SHORT, Cancellation.NEVER)).contains(kind);
  }

  /// Its child has another parent by then, and cannot be told from any other program.
  @Test
  void whatIsLeftByAChildThatHoldsItsOutputIsNotWaitedFor() throws Exception {
    var pid = folder.resolve("daemon");
    try {
      var script = "(sleep 1000 & echo $! > " + pid + ")\n" + STARTED + "exit 3";
      assertThat(failure(script, SHORT, Cancellation.NEVER)).contains(Kind.FAILED);
    } finally {
      ProcessHandle.of(Long.parseLong(Files.readString(pid).strip()))
          .ifPresent(ProcessHandle::destroyForcibly);
    }
  }

  @Test
  void whatHasGivenItsResultAndStaysIsEndedWithoutAFailure() throws Exception {
    assertThat(failure(STARTED + RESULT + "sleep 1000", LONG, Cancellation.NEVER)).isEmpty();
    assertThat(events).hasSize(2);
  }

  @Test
  void whatTheListenerDoesNotLikeIsEndedAtOnce() throws Exception {
    var failure = new PortException(Kind.REFUSED, Message.of("bench.cloud", "m", "h"));
    var script = script(STARTED + "sleep 1000");
    var thrown =
        catchThrowableOfType(
            PortException.class,
            () ->
                ask(
                    script,
                    LONG,
                    _ -> {
                      throw failure;
                    },
                    Cancellation.NEVER));
    assertThat(thrown).isSameAs(failure);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void aWishToStopAtAnyMomentLeavesNothing(long seed) throws Exception {
    int moment = new Random(seed).nextInt(20);
    var wish = new Wish();
    if (moment == 0) {
      wish.stop();
    }
    var script = script("for i in 1 2 3 4 5; do\n" + STARTED.repeat(4) + "done\nsleep 1000");
    Listener listener =
        event -> {
          events.add(event);
          if (events.size() == moment) {
            wish.stop();
          }
        };
    var thrown = catchThrowableOfType(PortException.class, () -> ask(script, LONG, listener, wish));
    assertThat(Optional.ofNullable(thrown).map(PortException::kind))
        .as("seed " + seed)
        .contains(Kind.CANCELLED);
  }

  private Optional<Kind> failure(String script, Duration limit, Cancellation cancellation)
      throws IOException {
    var program = script(script);
    var thrown =
        catchThrowableOfType(
            PortException.class, () -> ask(program, limit, events::add, cancellation));
    return Optional.ofNullable(thrown).map(PortException::kind);
  }

  private void ask(Path program, Duration limit, Listener listener, Cancellation cancellation)
      throws PortException {
    // More than a pipe holds, and nobody reads it.
    var prompt = "x".repeat(1 << 20);
    new ClaudeCli(
            () -> new Processes(Map.of("PATH", System.getenv("PATH")), OperatingSystem.LINUX),
            folder.resolve("state"))
        .ask(new Question(program, folder, prompt, "{}", true, limit), listener, cancellation);
  }

  private Path script(String lines) throws IOException {
    var file = folder.resolve("claude");
    Files.writeString(file, "#!/bin/sh\necho $$ >> pids\n" + lines + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
    return file;
  }
}
