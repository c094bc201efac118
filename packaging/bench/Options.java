import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// What is asked for on the command line.
///
/// @param starts how often each program is started
/// @param seconds how long CPU time is watched
/// @param write whether the table goes into the documentation
/// @param only the parts to measure
record Options(int starts, int seconds, boolean write, Set<String> only) {
  static final Set<String> PARTS = Set.of("starts", "rest", "tray", "status", "sizes");

  static Options parse(String[] arguments) {
    int starts = 10;
    int seconds = 60;
    boolean write = false;
    var only = new ArrayList<String>();
    var left = List.of(arguments).iterator();
    while (left.hasNext()) {
      switch (left.next()) {
        case "--starts" -> starts = Integer.parseInt(left.next());
        case "--seconds" -> seconds = Integer.parseInt(left.next());
        case "--write" -> write = true;
        case "--only" -> only.add(left.next());
        case String other -> throw new IllegalArgumentException("no such option: " + other);
      }
    }
    if (!PARTS.containsAll(only)) {
      throw new IllegalArgumentException("--only takes one of " + PARTS);
    }
    return new Options(starts, seconds, write, only.isEmpty() ? PARTS : Set.copyOf(only));
  }
}
