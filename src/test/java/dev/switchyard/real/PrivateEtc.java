package dev.switchyard.real;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Administrator's settings for one program only: it runs in a mount namespace of its own in which
/// `/etc/claude-code` is a folder of the test's. The machine's own folder is not touched, and
/// nothing else that runs sees it.
public final class PrivateEtc {
  private static final Path REAL = Path.of("/etc/claude-code");

  /// `$1` is laid over `/etc`; what follows is run.
  private static final String SCRIPT =
      "mount -t overlay overlay -o \"lowerdir=$1:/etc\" /etc && shift && exec \"$@\"";

  private PrivateEtc() {}

  /// Skips the test where the machine has settings of an administrator, or allows no namespace.
  ///
  /// @param settings what is to stand in `/etc/claude-code`
  /// @return the words that have to stand before the program's own
  public static List<String> around(Path settings) throws Exception {
    var layer = Files.createDirectory(settings.resolveSibling("layer"));
    Files.move(settings, layer.resolve("claude-code"));
    return over(layer);
  }

  /// The same for a folder that is laid over `/etc`, with `claude-code` in it.
  public static List<String> over(Path layer) throws IOException, InterruptedException {
    if (Files.exists(REAL)) {
      RealPrograms.skip("this machine has settings of an administrator: " + REAL);
    }
    var words = List.of("unshare", "--map-root-user", "--mount", "sh", "-c", SCRIPT, "sh");
    var probe = new ArrayList<>(words);
    probe.addAll(List.of(layer.toString(), "true"));
    if (new ProcessBuilder(probe).start().waitFor() != 0) {
      RealPrograms.skip("this system lets nobody mount a folder for one program only");
    }
    probe.removeLast();
    return probe;
  }
}
