package dev.switchyard.domain.log;

import java.nio.file.Path;
import java.util.Optional;

/// A mistake of the program's own, written down for whoever mends it.
///
/// @param summary what it was, in one line
/// @param report versions and stack, free of secrets: what a person may read, copy and send
/// @param file where the report was kept; empty where it could not be
/// @param goesOn whether the program may go on. Not where the machine that it runs on has failed,
///   or parts of the program are missing: then nothing that it does next can be relied on
public record Crash(String summary, String report, Optional<Path> file, boolean goesOn) {
  /// A recursion without an end leaves nothing behind but its stack.
  static boolean goesOnAfter(Throwable bug) {
    return switch (bug) {
      case StackOverflowError _ -> true;
      case VirtualMachineError _, LinkageError _ -> false;
      default -> true;
    };
  }
}
