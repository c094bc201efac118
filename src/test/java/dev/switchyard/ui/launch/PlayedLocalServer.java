package dev.switchyard.ui.launch;

import dev.switchyard.domain.PortException;
import dev.switchyard.domain.endpoint.EndpointUrl;
import dev.switchyard.domain.fit.ModelShape;
import dev.switchyard.domain.model.Capability;
import dev.switchyard.domain.model.ModelDescription;
import dev.switchyard.domain.model.ModelName;
import dev.switchyard.domain.model.ModelServer;
import dev.switchyard.domain.modelfile.ModelfileStore;
import dev.switchyard.domain.route.Account;
import dev.switchyard.domain.route.ClaudeSurroundings;
import dev.switchyard.domain.route.ExplainCloudOnce;
import dev.switchyard.domain.route.LocalOnce;
import dev.switchyard.domain.route.LocalTargets;
import dev.switchyard.domain.route.RouteKnowledge;
import dev.switchyard.domain.route.SettingsRouteReader;
import dev.switchyard.fake.FakeRepositories;
import dev.switchyard.fake.MemoryFiles;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A local server with models for one-offs, over files that a test puts there.
final class PlayedLocalServer {
  final MemoryFiles files = new MemoryFiles();
  List<String> names = List.of("gemma4-claude", "qwen3");
  Optional<PortException> failure = Optional.empty();

  OneOffs oneOffs() {
    var home = Path.of("home");
    var routes =
        new SettingsRouteReader(
            files,
            new FakeRepositories(),
            () -> Account.NONE,
            new ClaudeSurroundings(
                home, Path.of("managed.json"), home.resolve("settings.json"), Map.of()));
    var saved =
        played(
            ModelfileStore.class,
            (_, method, _) -> {
              throw new UnsupportedOperationException(method.getName());
            });
    return new OneOffs(
        this::names,
        new LocalOnce(new LocalTargets(server(), saved, routes, RouteKnowledge.NOTHING), routes),
        new ExplainCloudOnce(routes));
  }

  private List<String> names() throws PortException {
    if (failure.isPresent()) {
      throw failure.get();
    }
    return names;
  }

  private static ModelServer server() {
    return played(
        ModelServer.class,
        (_, method, arguments) ->
            switch (method.getName()) {
              case "url" -> EndpointUrl.DEFAULT;
              case "describe" ->
                  new ModelDescription(
                      (ModelName) arguments[0],
                      "FROM gemma4:26b\nPARAMETER num_ctx 65536\n",
                      Set.of(Capability.TOOLS),
                      new ModelShape("gemma4", Map.of(), List.of(), 0),
                      "");
              default -> throw new UnsupportedOperationException(method.getName());
            });
  }

  private static <T> T played(Class<T> port, InvocationHandler handler) {
    return port.cast(Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, handler));
  }
}
