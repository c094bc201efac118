package dev.switchyard.domain.truth;

import dev.switchyard.domain.PortException;
import dev.switchyard.domain.fit.LoadOptions;
import dev.switchyard.domain.model.LoadedModel;
import dev.switchyard.domain.model.ModelServer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The use case that finds out how a server loads models, from the command lines of those that it
/// runs. Blocks.
public final class ReadServerSettings {
  private final ModelServer server;
  private final Runners runners;

  public ReadServerSettings(ModelServer server, Runners runners) {
    this.server = server;
    this.runners = runners;
  }

  private record Seen(LoadedModel model, LoadOptions options) {}

  /// Nothing that fails is more than not seen; nor is a server on another machine.
  public ServerSettings read() {
    try {
      return server.url().isLoopback() ? settings(seen(server.loaded())) : ServerSettings.UNSEEN;
    } catch (PortException _) {
      return ServerSettings.UNSEEN;
    }
  }

  private List<Seen> seen(List<LoadedModel> loaded) throws PortException {
    var found = new ArrayList<Seen>();
    // Most servers have nothing loaded most of the time: then nothing is looked for.
    var running = loaded.isEmpty() ? List.<Runner>of() : runners.running();
    for (var model : running.isEmpty() ? List.<LoadedModel>of() : loaded) {
      var blob = ReadTruth.blob(server.describe(model.name()));
      running.stream()
          .filter(runner -> blob.filter(runner::runs).isPresent())
          .flatMap(runner -> RunnerCommand.parse(runner.words()).stream())
          .flatMap(command -> command.request().stream())
          .findFirst()
          .ifPresent(request -> found.add(new Seen(model, request.options())));
    }
    return found;
  }

  /// Some architectures get one slot whatever the server is set to, so that the most counts.
  private static ServerSettings settings(List<Seen> seen) {
    return seen.stream()
        .max(Comparator.comparingInt(each -> each.options().slots()))
        .map(each ->
            new ServerSettings(
                Optional.of(each.options().kvType()),
                Optional.of(each.options().slots()),
                Optional.of(each.model().name())))
        .orElse(ServerSettings.UNSEEN);
  }
}
