package dev.switchyard.fake;

import java.time.Duration;
import java.util.Set;
import java.util.regex.Pattern;

/// The threads of this process at one moment, to see that none is left behind.
///
/// Virtual ones are not among them: the one list that Java has of them, `jcmd PID
/// Thread.dump_to_file`, now and then ends the JVM 25.0.3
/// (`Continuation::is_continuation_entry_frame`) when one is just getting its carrier.
public final class LiveThreads {
  /// The name of those that tests start themselves.
  static final String OF_TESTS = "of a test";

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration TURN = Duration.ofMillis(50);

  /// Those that there is one of for the whole process, whoever uses it, and those that carry
  /// virtual threads.
  private static final Pattern SHARED =
      Pattern.compile(
          "OkHttp TaskRunner|Okio Watchdog|process reaper.*|ForkJoinPool.*|.*Poller.*"
              + "|VirtualThread-un.*|Common-Cleaner|Cleaner-.*|Attach Listener|C[12] CompilerThread.*"
              + "|surefire.*|ping-.*|junit-.*");

  private final Set<Thread> threads;

  private LiveThreads(Set<Thread> threads) {
    this.threads = threads;
  }

  public static LiveThreads now() {
    return new LiveThreads(Thread.getAllStackTraces().keySet());
  }

  /// Fails unless every thread that was not there then has ended, or does so soon. A thread of a
  /// pool has the name of its work for as long as it works.
  public void assertNoMore() throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    for (var thread : Thread.getAllStackTraces().keySet()) {
      while (!threads.contains(thread) && isOurs(thread) && !thread.join(TURN)) {
        if (System.nanoTime() > end) {
          throw new AssertionError("a thread is left behind: " + thread);
        }
      }
    }
  }

  private static boolean isOurs(Thread thread) {
    return !SHARED.matcher(thread.getName()).matches();
  }
}
