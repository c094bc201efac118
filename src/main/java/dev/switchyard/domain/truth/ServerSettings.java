package dev.switchyard.domain.truth;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.fit.KvType;
import dev.switchyard.domain.fit.LoadOptions;
import dev.switchyard.domain.model.ModelName;
import dev.switchyard.domain.modelfile.Modelfile;
import java.util.Optional;

/// What the server's environment makes of every model that it loads: `OLLAMA_KV_CACHE_TYPE` and
/// `OLLAMA_NUM_PARALLEL`, which no request tells.
///
/// @param kvType empty where nothing shows it
/// @param slots empty where nothing shows it
/// @param seenOn a model whose process shows them
public record ServerSettings(
    Optional<KvType> kvType, Optional<Integer> slots, Optional<ModelName> seenOn) {
  /// Nothing shows them: Ollama's defaults are assumed.
  public static final ServerSettings UNSEEN =
      new ServerSettings(Optional.empty(), Optional.empty(), Optional.empty());

  /// How this server loads a model.
  ///
  /// @param file its context and batch
  /// @param otherwise the context in tokens where the file sets none that is one
  public LoadOptions options(Modelfile file, int otherwise) {
    int context =
        file.contextLength()
            .filter(tokens -> tokens > 0 && tokens <= Integer.MAX_VALUE)
            .map(Long::intValue)
            .orElse(otherwise);
    var defaults = LoadOptions.of(context).withBatch(file.batch());
    return defaults.with(kvType.orElse(defaults.kvType()), slots.orElse(defaults.slots()));
  }

  /// Where cache type and slots come from.
  public Message note(LoadOptions options) {
    var type = options.kvType().wireName();
    return seenOn
        .map(model ->
            Message.of("fit.note.serverSettings", type, options.slots(), model.shortText()))
        .orElseGet(() -> Message.of("fit.note.serverDefaults", type, options.slots()));
  }
}
