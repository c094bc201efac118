package dev.switchyard.adapter.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Finds the process of a name that listens at a port of this machine, by what Linux shows in
/// `/proc`. Of other persons' processes, such as a service, Linux does not tell at which ports they
/// listen: they are not found.
final class Listener {
  private static final Pattern PID = Pattern.compile("\\d{1,10}");
  private static final Pattern BLANKS = Pattern.compile("\\s+");

  // The columns of /proc/net/tcp.
  private static final int LOCAL_ADDRESS = 1;
  private static final int STATE = 3;
  private static final int INODE = 9;
  private static final String LISTENING = "0A";

  private final Path proc;
  private final String name;

  /// @param proc `/proc`
  /// @param name the program's, of which Linux keeps the first 15 letters
  Listener(Path proc, String name) {
    this.proc = proc;
    this.name = name;
  }

  /// The folder in `/proc` of the process that listens there.
  Optional<Path> at(int port) {
    var sockets = sockets(port);
    if (sockets.isEmpty()) {
      return Optional.empty();
    }
    try (Stream<Path> processes = Files.list(proc)) {
      return processes
          .filter(process -> PID.matcher(process.getFileName().toString()).matches())
          .filter(this::isNamed)
          .filter(process -> holdsAny(process, sockets))
          .findFirst();
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  private Set<String> sockets(int port) {
    var ending = ":%04X".formatted(port).toUpperCase(Locale.ROOT);
    var found = new HashSet<String>();
    for (var table : List.of("net/tcp", "net/tcp6")) {
      for (var line : text(proc.resolve(table)).lines().skip(1).toList()) {
        var columns = BLANKS.split(line.strip());
        if (columns.length > INODE
            && columns[LOCAL_ADDRESS].endsWith(ending)
            && columns[STATE].equals(LISTENING)) {
          found.add("socket:[" + columns[INODE] + "]");
        }
      }
    }
    return found;
  }

  private boolean isNamed(Path process) {
    return text(process.resolve("comm")).strip().equals(name);
  }

  private static boolean holdsAny(Path process, Set<String> sockets) {
    try (Stream<Path> open = Files.list(process.resolve("fd"))) {
      return open.anyMatch(
          file -> target(file).map(Path::toString).filter(sockets::contains).isPresent());
    } catch (IOException _) {
      return false;
    }
  }

  /// Where a link of `/proc` leads; empty where it is gone, or not ours to see.
  static Optional<Path> target(Path link) {
    try {
      return Optional.of(Files.readSymbolicLink(link));
    } catch (IOException | UnsupportedOperationException _) {
      return Optional.empty();
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException _) {
      return "";
    }
  }
}
