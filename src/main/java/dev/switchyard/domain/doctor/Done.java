package dev.switchyard.domain.doctor;

import dev.switchyard.domain.endpoint.EndpointUrl;
import dev.switchyard.domain.model.ModelName;
import dev.switchyard.domain.project.AddedLine;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/// What a step has done, as far as it takes to undo it.
public sealed interface Done {
  /// The server was started.
  record Started(EndpointUrl url) implements Done {}

  /// A route was written.
  ///
  /// @param at when its journal says that was
  record Switched(Instant at, Path folder) implements Done {}

  /// An earlier content of a settings file came back.
  ///
  /// @param earlier the id of the version that stood there until then
  record Restored(Path file, String earlier) implements Done {}

  /// A model was pulled that was not there.
  record Pulled(EndpointUrl server, ModelName model) implements Done {}

  /// A model was built.
  ///
  /// @param existed whether a model of that name was there
  /// @param contextTokens that one's `num_ctx`; empty where it had none
  /// @param modelfile the Modelfile that was saved under that name; empty where none was
  /// @param kept the copy of that model; empty where none was made
  /// @param result what the fix left there; empty where an older Switchyard has not written it down
  record Built(
      EndpointUrl server,
      String name,
      boolean existed,
      Optional<Integer> contextTokens,
      Optional<String> modelfile,
      Optional<ModelName> kept,
      Optional<Result> result)
      implements Done {
    /// What the fix left there: what is otherwise now is somebody's later work.
    ///
    /// @param modelfile the Modelfile that it saved
    /// @param model the fingerprint of the model that it built
    public record Result(String modelfile, String model) {}

    Built with(Result left) {
      return new Built(server, name, existed, contextTokens, modelfile, kept, Optional.of(left));
    }
  }

  /// A model got a second name.
  record Copied(EndpointUrl server, ModelName name) implements Done {}

  /// Git forgot a file.
  ///
  /// @param root where the files of its checkout begin
  /// @param entry what git had of it, in git's words
  /// @param line what has git leave it alone; empty where that stood there already
  record Untracked(Path root, Path file, String entry, Optional<AddedLine> line) implements Done {}

  /// A model stays in memory.
  ///
  /// @param wasLoaded whether it was in memory before
  record Kept(EndpointUrl server, ModelName model, boolean wasLoaded) implements Done {}

  /// The person's service of the server got other variables.
  ///
  /// @param before what stood in the file; empty where there was none
  /// @param after what stands there now
  record Configured(Path file, Optional<String> before, String after) implements Done {}

  /// A model was loaded anew. There is nothing to undo: it is as it is built.
  record Reloaded(EndpointUrl server, ModelName model) implements Done {}
}
