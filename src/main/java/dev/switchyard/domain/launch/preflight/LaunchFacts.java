package dev.switchyard.domain.launch.preflight;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.context.ContextContract;
import dev.switchyard.domain.endpoint.Version;
import dev.switchyard.domain.launch.Program;
import dev.switchyard.domain.launch.terminal.InstalledTerminal;
import dev.switchyard.domain.model.InstalledModel;
import dev.switchyard.domain.model.LoadedModel;
import dev.switchyard.domain.route.EffectiveRoute;
import dev.switchyard.domain.route.RouteChoice;
import dev.switchyard.domain.route.RouteEndpoint;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What is known before a launch.
///
/// @param folder where Claude Code would be started
/// @param folderExists whether it is still there
/// @param route where its requests would go
/// @param expected what the person chose for this project in Switchyard, where they did
/// @param claude Claude Code's program
/// @param terminal the terminal that would be used
/// @param server the server that the route leads to; empty where it leads to the cloud or nowhere
/// @param context whether the context length is the same wherever it counts; empty where that
///   server was not asked
/// @param trusted whether Claude Code has been told to trust this folder
/// @param unsetVariable the variable that the endpoint's token is taken from, where it is not set
/// @param fallback the endpoint to offer where the server is away
/// @param forbidden why this must not be started at all
public record LaunchFacts(
    Path folder,
    boolean folderExists,
    EffectiveRoute route,
    Optional<RouteChoice> expected,
    Known<Program> claude,
    Known<InstalledTerminal> terminal,
    Optional<Server> server,
    Optional<ContextContract> context,
    Known<Boolean> trusted,
    Optional<String> unsetVariable,
    Optional<RouteEndpoint> fallback,
    Optional<Message> forbidden) {
  /// What a server said.
  public sealed interface Server {
    /// Nobody answers, or not in time.
    record Down(Message reason) implements Server {}

    /// Something answers that is not Ollama; it may well serve Claude Code.
    record Foreign() implements Server {}

    /// @param models all that are installed
    /// @param loaded those in memory
    record Ollama(
        Version version, Known<List<InstalledModel>> models, Known<List<LoadedModel>> loaded)
        implements Server {}
  }
}
