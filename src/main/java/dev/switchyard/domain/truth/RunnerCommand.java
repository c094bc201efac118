package dev.switchyard.domain.truth;

import dev.switchyard.domain.fit.KvType;
import dev.switchyard.domain.fit.LoadOptions;
import java.util.List;
import java.util.Optional;

/// The command line of a process in which Ollama runs a model: of a `llama-server` it tells how the
/// model was loaded, which `/api/ps` does not; of an `ollama runner`, as before 0.30, only which
/// one it is.
///
/// Source: seen on 0.24.0 and 0.32.15.
///
/// @param model the path of the blob with the weights, as the server writes it
/// @param port where it listens, its own among all that run
/// @param request how it was loaded, where the words tell
public record RunnerCommand(String model, int port, Optional<LoadRequest> request) {

  /// @param words the program first
  /// @return empty for anything else
  public static Optional<RunnerCommand> parse(List<String> words) {
    var model = after(words, "--model");
    var port = number(words, "--port");
    if (words.isEmpty() || model.isEmpty() || port.isEmpty()) {
      return Optional.empty();
    }
    if (words.getFirst().contains("llama-server")) {
      return request(words)
          .map(request -> new RunnerCommand(model.get(), port.get(), Optional.of(request)));
    }
    return words.get(1).equals("runner")
        ? Optional.of(new RunnerCommand(model.get(), port.get(), Optional.empty()))
        : Optional.empty();
  }

  private static Optional<LoadRequest> request(List<String> words) {
    var context = number(words, "-c");
    var slots = number(words, "-np");
    var batch = number(words, "-ub");
    var kvType = after(words, "--cache-type-k").map(KvType::parse).orElse(Optional.of(KvType.F16));
    if (context.isEmpty()
        || slots.isEmpty()
        || batch.isEmpty()
        || kvType.isEmpty()
        || context.get() < slots.get()) {
      return Optional.empty();
    }
    // The batch is the one that it has, whoever chose it.
    var options = new LoadOptions(context.get() / slots.get(), slots.get(), kvType.get(), batch);
    return Optional.of(new LoadRequest(options, mapsFile(words)));
  }

  private static boolean mapsFile(List<String> words) {
    return !words.contains("--no-mmap")
        && after(words, "--load-mode").filter("none"::equals).isEmpty();
  }

  private static Optional<String> after(List<String> words, String option) {
    int at = words.indexOf(option);
    return at < 0 || at + 1 == words.size() ? Optional.empty() : Optional.of(words.get(at + 1));
  }

  private static Optional<Integer> number(List<String> words, String option) {
    return after(words, option)
        .filter(word -> word.matches("[1-9]\\d{0,8}"))
        .map(Integer::parseInt);
  }
}
