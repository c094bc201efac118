package dev.switchyard.fake;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.endpoint.EndpointUrl;
import dev.switchyard.domain.endpoint.Version;
import dev.switchyard.domain.model.Capability;
import dev.switchyard.domain.model.InstalledModel;
import dev.switchyard.domain.model.LoadedModel;
import dev.switchyard.domain.model.ModelName;
import dev.switchyard.domain.model.ModelServer;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A server that has what a test puts there, in memory and on disk, and can load and unload.
public final class ScriptedServer {
  public final List<InstalledModel> installed = new ArrayList<>();
  public final List<LoadedModel> loaded = new ArrayList<>();

  /// Where set, what every question gives.
  public Optional<PortException> failure = Optional.empty();

  /// What it says that it is.
  public Version version = Version.of(0, 32, 15);

  /// How often it was asked for anything.
  public int asked;

  /// @param context `num_ctx` of its Modelfile
  /// @param trained the most that it was trained for
  public ScriptedServer with(String model, int context, int trained) {
    installed.removeIf(one -> one.name().equals(ModelName.of(model)));
    installed.add(
        new InstalledModel(
            ModelName.of(model),
            1,
            "digest of " + model,
            Instant.EPOCH,
            "gemma4",
            "25.2B",
            "Q4_K_M",
            Known.of(trained),
            context > 0
                ? Known.of(context)
                : Known.unknown(Message.of("server.unknown.configured-context")),
            Known.of(EnumSet.allOf(Capability.class)),
            "",
            ""));
    return this;
  }

  public ScriptedServer loading(String model, int context) {
    loaded.add(new LoadedModel(ModelName.of(model), "digest", 1, 1, context, Instant.EPOCH));
    return this;
  }

  /// It is the same at every address.
  public ModelServer at(EndpointUrl url) {
    return (ModelServer)
        Proxy.newProxyInstance(
            ModelServer.class.getClassLoader(),
            new Class<?>[] {ModelServer.class},
            (server, method, arguments) ->
                method.isDefault()
                    ? InvocationHandler.invokeDefault(server, method, arguments)
                    : answer(url, method, arguments));
  }

  private @Nullable Object answer(EndpointUrl url, Method method, Object[] arguments)
      throws PortException {
    asked++;
    if (failure.isPresent()) {
      throw failure.get();
    }
    return switch (method.getName()) {
      case "url" -> url;
      case "version" -> version;
      case "installed" -> List.copyOf(installed);
      case "loaded" -> List.copyOf(loaded);
      case "unload" -> {
        loaded.removeIf(one -> one.name().equals(arguments[0]));
        yield null;
      }
      case "load" -> {
        load((ModelName) arguments[0]);
        yield null;
      }
      default -> throw new AssertionError("not asked for: " + method);
    };
  }

  private void load(ModelName name) {
    var model = installed.stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
    int asked = model.configuredContext().toOptional().orElse(4_096);
    int trained = model.trainedContext().toOptional().orElse(asked);
    loading(name.shortText(), Math.min(asked, trained));
  }
}
