package dev.switchyard.domain.truth;

import dev.switchyard.domain.fit.KvType;
import dev.switchyard.domain.fit.LoadOptions;
import java.util.List;
import java.util.Optional;

/// The command line of a `llama-server` that Ollama started: it tells how the model was loaded,
/// which `/api/ps` does not.
///
/// Source: seen on 0.32.15.
///
/// @param model the path of the blob with the weights, as the server writes it
/// @param port where it listens, its own among all that run
/// @param slots requests served at once
/// @param contextLength tokens per slot
/// @param batch prompt tokens worked on at once
/// @param kvType of keys and values
/// @param mapsFile whether weights in RAM are the file itself, mapped, and none of its own memory
public record RunnerCommand(
    String model,
    int port,
    int slots,
    int contextLength,
    int batch,
    KvType kvType,
    boolean mapsFile) {

  /// @param words the program first
  /// @return empty for anything else
  public static Optional<RunnerCommand> parse(List<String> words) {
    if (words.isEmpty() || !words.getFirst().contains("llama-server")) {
      return Optional.empty();
    }
    var port = number(words, "--port");
    var context = number(words, "-c");
    var slots = number(words, "-np");
    var batch = number(words, "-ub");
    var kvType = after(words, "--cache-type-k").map(KvType::parse).orElse(Optional.of(KvType.F16));
    var model = after(words, "--model");
    if (model.isEmpty()
        || port.isEmpty()
        || context.isEmpty()
        || slots.isEmpty()
        || batch.isEmpty()
        || kvType.isEmpty()
        || context.get() < slots.get()) {
      return Optional.empty();
    }
    return Optional.of(
        new RunnerCommand(
            model.get(),
            port.get(),
            slots.get(),
            context.get() / slots.get(),
            batch.get(),
            kvType.get(),
            mapsFile(words)));
  }

  /// The batch is the one that it has, whoever chose it.
  public LoadOptions options() {
    return new LoadOptions(contextLength, slots, kvType, Optional.of(batch));
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
