package dev.switchyard.fake;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.management.AttributeNotFoundException;
import javax.management.JMException;
import javax.management.ObjectName;

/// What this process holds at one moment: live objects of each class, bytes of heap, threads, open
/// files.
///
/// @param histogram the objects, in a file: what is measured must not grow by the measuring
/// @param threads those of the system
/// @param files open file handles; 0 where the system does not tell
public record Holdings(Path histogram, long threads, long files) {
  /// What the collector fills gaps with is nobody's.
  private static final String FILLER = "jdk.internal.vm.Filler";

  /// What JavaFX keeps for itself, not for each object of ours: texts that were laid out and styles
  /// that were worked out, up to a limit; and empty listeners on a table's columns, a few for each
  /// time that the table comes into a window, which it never takes away.
  private static final Pattern OF_JAVAFX =
      Pattern.compile(
          "\\[*L?(com\\.sun\\.(javafx|prism|pisces)\\..*"
              + "|javafx\\.beans\\.binding\\.Bindings\\$ShortCircuitAndInvalidator"
              + "|java\\.lang\\.ref\\.WeakReference|javafx\\..*\\.Weak[A-Za-z]*Listener);?");

  /// Those of the texts that JavaFX keeps cannot be told from others.
  private static final Set<String> TEXTS = Set.of("java.lang.String", "[B");

  /// A text that JavaFX laid out and keeps up to a limit, and what one consists of.
  private static final String LAID_OUT = "com.sun.javafx.text.LayoutCache";

  private static final Set<String> OF_LAID_OUT =
      Set.of("[C", "[F", "[I", "java.lang.Integer", "java.util.Hashtable$Entry");

  static {
    // The program has no use for the management of its JVM, and so does not read that module.
    var management = ModuleLayer.boot().findModule("java.management").orElseThrow();
    Holdings.class.getModule().addReads(management);
  }

  private record Objects(long count, long bytes) {
    static final Objects NONE = new Objects(0, 0);

    Objects plus(Objects other) {
      return new Objects(count + other.count, bytes + other.bytes);
    }
  }

  /// Collects the garbage first; what only a cleaner sets free is gone after the second time.
  ///
  /// @param folder where to note it
  public static Holdings now(Path folder) throws IOException {
    collected();
    var noted = Files.writeString(Files.createTempFile(folder, "histogram", ".txt"), collected());
    return new Holdings(noted, ManagementFactory.getThreadMXBean().getThreadCount(), openFiles());
  }

  /// What is held now beyond what is allowed on top of what was held before, by name; empty where
  /// all is well.
  ///
  /// @param objects of each class; of texts four times as many
  /// @param handles threads, and open files
  public List<String> since(Holdings before, long objects, long heapBytes, long handles)
      throws IOException {
    var then = before.objects();
    var now = objects();
    var more = new ArrayList<String>();
    long laidOut = Math.max(0, count(now, LAID_OUT) - count(then, LAID_OUT));
    long bytes = 0;
    for (var entry : now.entrySet()) {
      var was = then.getOrDefault(entry.getKey(), Objects.NONE);
      bytes += entry.getValue().bytes() - was.bytes();
      if (!OF_JAVAFX.matcher(entry.getKey()).matches()) {
        long allowed =
            (TEXTS.contains(entry.getKey()) ? 4 * objects : objects)
                + (OF_LAID_OUT.contains(entry.getKey()) ? laidOut : 0);
        report(more, entry.getKey(), entry.getValue().count() - was.count(), allowed);
      }
    }
    report(more, "bytes of heap", bytes, heapBytes);
    report(more, "threads", threads - before.threads, handles);
    report(more, "open files", files - before.files, handles);
    return more;
  }

  private static long count(Map<String, Objects> held, String type) {
    return held.getOrDefault(type, Objects.NONE).count();
  }

  private static void report(List<String> more, String what, long growth, long allowed) {
    if (growth > allowed) {
      more.add("%s: %,d more".formatted(what, growth));
    }
  }

  /// Lines of `NUMBER: INSTANCES BYTES CLASS (MODULE)` between a head and a sum.
  private Map<String, Objects> objects() throws IOException {
    var objects = new TreeMap<String, Objects>();
    for (var line : Files.readAllLines(histogram)) {
      var words = line.strip().split("\\s+");
      if (words.length >= 4 && words[0].matches("\\d+:") && !words[3].contains(FILLER)) {
        var counted = new Objects(Long.parseLong(words[1]), Long.parseLong(words[2]));
        objects.merge(words[3], counted, Objects::plus);
      }
    }
    return objects;
  }

  private static long openFiles() {
    try {
      return (Long)
          ManagementFactory.getPlatformMBeanServer()
              .getAttribute(
                  new ObjectName(ManagementFactory.OPERATING_SYSTEM_MXBEAN_NAME),
                  "OpenFileDescriptorCount");
    } catch (AttributeNotFoundException _) {
      return 0;
    } catch (JMException e) {
      throw new AssertionError(e);
    }
  }

  /// What `jcmd PID GC.class_histogram` prints: it collects the garbage before it counts.
  private static String collected() {
    try {
      return (String)
          ManagementFactory.getPlatformMBeanServer()
              .invoke(
                  new ObjectName("com.sun.management:type=DiagnosticCommand"),
                  "gcClassHistogram",
                  new Object[] {new String[0]},
                  new String[] {String[].class.getName()});
    } catch (JMException e) {
      throw new AssertionError(e);
    }
  }
}
