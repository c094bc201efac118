package dev.switchyard.fake;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.management.JMException;
import javax.management.ObjectName;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The threads of this process at one moment, also virtual ones, to see that none is left behind.
public final class LiveThreads {
  /// The name of those that tests start themselves.
  public static final String OF_TESTS = "of a test";

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /// Those that there is one of for the whole process, whoever uses it, and those that carry
  /// virtual threads.
  private static final Pattern SHARED =
      Pattern.compile(
          OF_TESTS
              + "|OkHttp TaskRunner|Okio Watchdog|process reaper.*|ForkJoinPool.*|.*Poller.*"
              + "|VirtualThread-un.*|Common-Cleaner|Cleaner-.*|Attach Listener|RMI .*|JFR .*"
              + "|C[12] CompilerThread.*|surefire.*|ping-.*|junit-.*|Keep-Alive.*");

  static {
    // The program has no use for the management of its JVM, and so does not read that module.
    var management = ModuleLayer.boot().findModule("java.management").orElseThrow();
    LiveThreads.class.getModule().addReads(management);
  }

  private final Map<String, String> names;

  private LiveThreads(Map<String, String> names) {
    this.names = names;
  }

  public static LiveThreads now() {
    return new LiveThreads(names());
  }

  /// Fails unless every thread that was not there then has ended, or does so soon.
  public void assertNoMore() {
    long end = System.nanoTime() + PATIENCE.toNanos();
    var left = left();
    while (!left.isEmpty() && System.nanoTime() < end) {
      left = left();
    }
    if (!left.isEmpty()) {
      throw new AssertionError("threads are left behind: " + left.values());
    }
  }

  private Map<String, String> left() {
    var left = names();
    left.keySet().removeAll(names.keySet());
    left.values().removeIf(name -> SHARED.matcher(name).matches());
    return left;
  }

  /// By their numbers, as `jcmd PID Thread.dump_to_file` tells of them: nothing else does of the
  /// virtual ones.
  private static Map<String, String> names() {
    var names = new TreeMap<String, String>();
    for (var container : dump().path("threadDump").path("threadContainers")) {
      for (var thread : container.path("threads")) {
        names.put(thread.path("tid").asString(), thread.path("name").asString(""));
      }
    }
    return names;
  }

  private static JsonNode dump() {
    try {
      var file = Files.createTempFile("threads", ".json");
      try {
        var words = new String[] {"-format=json", "-overwrite", file.toString()};
        ManagementFactory.getPlatformMBeanServer()
            .invoke(
                new ObjectName("com.sun.management:type=DiagnosticCommand"),
                "threadDumpToFile",
                new Object[] {words},
                new String[] {String[].class.getName()});
        return JsonMapper.shared().readTree(file);
      } finally {
        Files.delete(file);
      }
    } catch (IOException | JMException e) {
      throw new AssertionError(e);
    }
  }
}
