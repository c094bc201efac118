package dev.switchyard.domain.modelfile;

import dev.switchyard.domain.PortException;
import java.util.Optional;

/// The Modelfile that a command builds: the saved one where there is one, else the guide's settings
/// on a base, with what was asked for set in it. All else of a saved file stays.
///
/// @param modelfile what is to be built
/// @param saved what stands in the folder now
public record VariantSource(Modelfile modelfile, Optional<ModelfileStore.Saved> saved) {

  /// @param base the base that was asked for
  /// @param contextLength the context that was asked for, in tokens
  /// @return empty where none is saved and no base was given
  public static Optional<VariantSource> of(
      ModelfileStore store, String name, Optional<String> base, Optional<Integer> contextLength)
      throws PortException {
    var saved = store.read(name);
    var start = saved.map(ModelfileStore.Saved::modelfile).or(() -> base.map(Template::claudeCode));
    return start.map(file -> new VariantSource(changed(file, base, contextLength), saved));
  }

  private static Modelfile changed(
      Modelfile file, Optional<String> base, Optional<Integer> contextLength) {
    var based = base.map(file::withFrom).orElse(file);
    return contextLength
        .map(length -> based.withParameter("num_ctx", String.valueOf(length)))
        .orElse(based);
  }
}
