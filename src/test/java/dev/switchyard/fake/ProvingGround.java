package dev.switchyard.fake;

import dev.switchyard.domain.Home;
import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.OperatingSystem;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.Surroundings;
import dev.switchyard.domain.endpoint.Version;
import dev.switchyard.domain.launch.Program;
import dev.switchyard.domain.launch.ProgramSearch;
import dev.switchyard.domain.launch.Programs;
import dev.switchyard.domain.model.LoadedModel;
import dev.switchyard.domain.model.ModelServer;
import dev.switchyard.domain.probe.RouteProofs;
import dev.switchyard.domain.probe.VerifyRoute;
import dev.switchyard.domain.route.RouteChoice;
import dev.switchyard.domain.route.RouteReader;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The use case of proving a route, over a Claude Code, a witness and a server that say what the
/// test says. It is always the same minute.
public final class ProvingGround {
  public static final Instant NOW = Instant.parse("2026-11-23T14:05:00Z");
  public static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

  public final ScriptedClaude claude = new ScriptedClaude();
  public final MemoryProofs store = new MemoryProofs();

  /// What the server has loaded, one answer for each time it is asked; when there are none left it
  /// is no Ollama server.
  public final List<List<LoadedModel>> loaded = new ArrayList<>();

  /// Where set, what every question to the server gives.
  public Optional<PortException> serverFailure = Optional.empty();

  /// Which build of Claude Code is installed.
  public String build = "2.1.330";

  public Optional<RouteChoice> chosen = Optional.empty();

  public VerifyRoute useCase(RouteReader reader) {
    return new VerifyRoute(
        reader, _ -> chosen, programs(), claude, claude.witness(), _ -> server(), proofs(), CLOCK);
  }

  public RouteProofs proofs() {
    var home = Path.of("/home/ada");
    var surroundings = new Surroundings(OperatingSystem.LINUX, Map.of(), home);
    var search = new ProgramSearch(surroundings, Home.below(home));
    return new RouteProofs(store, search, _ -> Optional.of(build));
  }

  private static Programs programs() {
    return new Programs() {
      @Override
      public Known<Program> claude() {
        var version = Known.of(Version.of(2, 1, 330));
        return Known.of(new Program(Path.of("/usr/bin/claude"), version, true, List.of()));
      }

      @Override
      public Known<Program> ollama() {
        throw new AssertionError("not asked for");
      }
    };
  }

  private ModelServer server() {
    return (ModelServer)
        Proxy.newProxyInstance(
            ModelServer.class.getClassLoader(),
            new Class<?>[] {ModelServer.class},
            (_, method, _) ->
                switch (method.getName()) {
                  case "loaded" -> loaded();
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }

  private List<LoadedModel> loaded() throws PortException {
    if (serverFailure.isPresent()) {
      throw serverFailure.get();
    }
    if (loaded.isEmpty()) {
      throw new PortException(PortException.Kind.MALFORMED, Message.of("server.malformed"));
    }
    return loaded.removeFirst();
  }
}
