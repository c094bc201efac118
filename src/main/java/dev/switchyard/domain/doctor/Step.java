package dev.switchyard.domain.doctor;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.endpoint.EndpointUrl;
import dev.switchyard.domain.model.ModelName;
import dev.switchyard.domain.modelfile.Modelfile;
import dev.switchyard.domain.route.RouteRequest;
import dev.switchyard.domain.route.SettingsVersion;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// One thing that a fix does, always by the use case that a person would call for it.
public sealed interface Step {
  /// Starts the server on this machine.
  record StartServer(EndpointUrl url) implements Step {}

  /// Writes a route.
  record SwitchRoute(RouteRequest request) implements Step {}

  /// Brings an earlier content of a settings file back.
  record RestoreSettings(SettingsVersion version) implements Step {}

  /// Pulls a model.
  record Pull(EndpointUrl server, ModelName model) implements Step {}

  /// Builds a model and saves its Modelfile. One that is there already gets its context and stays
  /// as it is in all else, which need not be what its saved Modelfile says.
  ///
  /// @param name the name as it would be typed
  /// @param saved what was saved under that name when the fix was worked out: what somebody has
  ///   saved since is not overwritten; empty where nothing was
  /// @param keepsOld whether the model of that name stays as a copy: where more changes than its
  ///   context, only that brings it back
  record Build(
      EndpointUrl server,
      String name,
      Modelfile modelfile,
      Known<Optional<Modelfile>> saved,
      boolean keepsOld)
      implements Step {}

  /// Gives a model a second name.
  record Copy(EndpointUrl server, ModelName model, ModelName name) implements Step {}

  /// Has git forget a file that stays where it is.
  record Untrack(Path file) implements Step {}

  /// Loads a model so that it stays until the server ends or needs the room.
  record KeepLoaded(EndpointUrl server, ModelName model) implements Step {}

  /// Sets variables of the person's own service of the server, and starts it anew.
  record Configure(Map<String, String> variables) implements Step {
    public Configure {
      variables = Map.copyOf(variables);
    }
  }

  /// Unloads a model and loads it as it is built.
  record Reload(EndpointUrl server, ModelName model) implements Step {}
}
