package dev.switchyard.domain.modelfile;

import dev.switchyard.domain.model.ModelName;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// What stands after FROM: a model, or a file of weights.
///
/// Ollama looks whether such a path exists and takes the text for a model's name if not. Switchyard
/// goes by the form, so that a typing mistake in a path is not taken for a model to pull.
public sealed interface FromValue {
  /// A model of the server.
  record Model(ModelName name) implements FromValue {}

  /// A file or folder on this machine, as written: relative to the Modelfile's folder, or with `~`
  /// for the home.
  record LocalPath(String path) implements FromValue {}

  /// Neither; Ollama would answer "invalid model name".
  record Unusable() implements FromValue {}

  static FromValue of(String text) {
    if (looksLikePath(text)) {
      return new LocalPath(text);
    }
    Optional<ModelName> name = ModelName.parse(text);
    return name.isPresent() ? new Model(name.get()) : new Unusable();
  }

  private static boolean looksLikePath(String text) {
    return text.startsWith("/")
        || text.startsWith(".")
        || text.startsWith("~")
        || text.contains("\\")
        || Pattern.matches("[A-Za-z]:/.*", text)
        || text.toLowerCase(Locale.ROOT).endsWith(".gguf")
        || text.toLowerCase(Locale.ROOT).endsWith(".safetensors");
  }
}
