package dev.switchyard.domain.truth;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The process in which Ollama runs a model.
///
/// @param pid the system's number of it
/// @param startedAt when, where the system tells
/// @param words its command line, the program first
/// @param ownBytes RAM that it holds and that is no file's: memory which was allocated but not used
///   yet is not in it, nor are mapped weights
public record Runner(long pid, Optional<Instant> startedAt, List<String> words, long ownBytes) {
  public Runner {
    words = List.copyOf(words);
  }

  /// Whether it runs the weights in this file.
  ///
  /// @param blob the name of the file, such as `sha256-…`; the server may see it at another path
  boolean runs(String blob) {
    return words.stream().anyMatch(word -> word.endsWith("/" + blob) || word.endsWith("\\" + blob));
  }
}
