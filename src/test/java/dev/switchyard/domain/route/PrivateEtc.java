package dev.switchyard.domain.route;

import dev.switchyard.real.RealPrograms;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Administrator's settings for one program only: it runs in a mount namespace of its own in which
/// `/etc/claude-code` is a folder of the test's. The machine's own folder is not touched, and
/// nothing else that runs sees it.
final class PrivateEtc {
  private static final Path REAL = Path.of("/etc/claude-code");

  /// `$1` is laid over `/etc`; what follows is run.
  private static final String SCRIPT =
      "mount -t overlay overlay -o \"lowerdir=$1:/etc\" /etc && shift && exec \"$@\"";

  private PrivateEtc() {}

  /// Skips the test where the machine has settings of an administrator, or allows no namespace.
  ///
  /// @param settings what is to stand in `/etc/claude-code`
  /// @return the words that have to stand before the program's own
  static List<String> around(Path settings) throws Exception {
    if (Files.exists(REAL)) {
      RealPrograms.skip("this machine has settings of an administrator: " + REAL);
    }
    var layer = Files.createDirectory(settings.resolveSibling("layer"));
    Files.move(settings, layer.resolve("claude-code"));
    var words = List.of("unshare", "--map-root-user", "--mount", "sh", "-c", SCRIPT, "sh");
    var probe = new java.util.ArrayList<>(words);
    probe.addAll(List.of(layer.toString(), "true"));
    if (new ProcessBuilder(probe).start().waitFor() != 0) {
      RealPrograms.skip("this system lets nobody mount a folder for one program only");
    }
    probe.removeLast();
    return probe;
  }
}
