package dev.switchyard.domain.doctor;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.context.CheckContext;
import dev.switchyard.domain.context.ContextContract;
import dev.switchyard.domain.endpoint.EndpointUrl;
import dev.switchyard.domain.fit.FitReport;
import dev.switchyard.domain.model.InstalledModel;
import dev.switchyard.domain.model.LoadedModel;
import dev.switchyard.domain.model.ModelName;
import dev.switchyard.domain.model.ModelServer;
import dev.switchyard.domain.modelfile.Modelfile;
import dev.switchyard.domain.modelfile.ModelfileStore;
import dev.switchyard.domain.route.EffectiveRoute;
import dev.switchyard.domain.truth.ReadTruth;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Asks what is to be known of the model that a project asks for.
public final class GatherModel {
  private final Questions questions;
  private final ModelfileStore modelfiles;
  private final CheckContext contexts;
  private final ForecastModel forecast;
  private final PromptSpeed speed;
  private final FindRivals rivals;
  private final Function<EndpointUrl, ModelServer> servers;

  /// @param servers speaks to the server at an address
  public GatherModel(
      Questions questions,
      ModelfileStore modelfiles,
      CheckContext contexts,
      ForecastModel forecast,
      PromptSpeed speed,
      FindRivals rivals,
      Function<EndpointUrl, ModelServer> servers) {
    this.questions = questions;
    this.modelfiles = modelfiles;
    this.contexts = contexts;
    this.forecast = forecast;
    this.speed = speed;
    this.rivals = rivals;
    this.servers = servers;
  }

  /// @param server what the server that the route leads to has said already
  ModelFacts gather(Path folder, Known<EffectiveRoute> route, ServerFacts server) {
    var name =
        route
            .toOptional()
            .filter(one -> one.destination().leavesCloud())
            .flatMap(EffectiveRoute::model)
            .flatMap(ModelName::parse);
    var saved = questions.ask(() -> saved(name));
    return new ModelFacts(
        name,
        saved,
        context(route, server),
        fit(name, server),
        base(name, saved.toOptional().flatMap(file -> file), server),
        reading(route, name, server),
        rivals(folder, name, server));
  }

  private Optional<Modelfile> saved(Optional<ModelName> name) throws PortException {
    return name.isPresent()
        ? modelfiles.read(name.get().shortText()).map(ModelfileStore.Saved::modelfile)
        : Optional.empty();
  }

  private Known<Optional<ContextContract>> context(
      Known<EffectiveRoute> route, ServerFacts server) {
    return switch (route) {
      case Known.Unknown<EffectiveRoute>(var reason) -> Known.unknown(reason);
      case Known.Value<EffectiveRoute>(var one) when !one.destination().leavesCloud() ->
          Known.of(Optional.empty());
      case Known.Value<EffectiveRoute>(var one) -> context(one, server);
    };
  }

  private Known<Optional<ContextContract>> context(EffectiveRoute route, ServerFacts server) {
    return switch (server.models()) {
      case Known.Unknown<List<InstalledModel>>(var reason) -> Known.unknown(reason);
      case Known.Value<List<InstalledModel>>(var installed) ->
          switch (server.loaded()) {
            case Known.Unknown<List<LoadedModel>>(var reason) -> Known.unknown(reason);
            case Known.Value<List<LoadedModel>>(var loaded) ->
                questions.ask(() -> Optional.of(contexts.of(route, installed, loaded)));
          };
    };
  }

  private Known<List<Rival>> rivals(Path folder, Optional<ModelName> name, ServerFacts server) {
    if (name.isEmpty()) {
      return Known.of(List.of());
    }
    return server
        .models()
        .flatMap(installed ->
            server
                .loaded()
                .flatMap(loaded ->
                    server
                        .model(name.get())
                        .flatMap(own ->
                            own.map(model ->
                                    questions.ask(() ->
                                        rivals.of(folder, server.url(), model, installed, loaded)))
                                .orElseGet(() -> Known.of(List.of())))));
  }

  private Known<PromptReading> reading(
      Known<EffectiveRoute> route, Optional<ModelName> name, ServerFacts server) {
    var digest =
        name.flatMap(model -> server.model(model).toOptional().flatMap(found -> found))
            .map(InstalledModel::digest);
    return route.flatMap(one ->
        digest
            .map(of -> GatherFacts.flat(questions.ask(() -> speed.of(one, of))))
            .orElseGet(() -> Known.unknown(Message.of("doctor.unknown.speed"))));
  }

  /// Of one that is not installed nothing is known to be older.
  private Known<Optional<BuiltOn>> base(
      Optional<ModelName> name, Optional<Modelfile> saved, ServerFacts server) {
    if (name.isEmpty()) {
      return Known.of(Optional.empty());
    }
    return server
        .model(name.get())
        .flatMap(model ->
            model
                .filter(one -> !one.isCloud())
                .flatMap(one -> baseOf(one, saved))
                .map(base -> questions.ask(() -> builtOn(server.url(), name.get(), base)))
                .orElseGet(() -> Known.of(Optional.empty())));
  }

  private static Optional<ModelName> baseOf(InstalledModel model, Optional<Modelfile> saved) {
    return saved
        .flatMap(BaseName::of)
        .or(() -> ModelName.parse(model.parentModel()))
        .filter(base -> !base.equals(model.name()));
  }

  private Optional<BuiltOn> builtOn(EndpointUrl url, ModelName name, ModelName base)
      throws PortException {
    var server = servers.apply(url);
    try {
      var own = ReadTruth.blob(server.describe(name));
      var now = ReadTruth.blob(server.describe(base));
      return own.flatMap(weights -> now.map(others -> new BuiltOn(base, weights, others)));
    } catch (PortException e) {
      if (e.kind() == PortException.Kind.MISSING) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /// Of a model that is not installed nothing is forecast: another check speaks of it.
  private Known<Optional<FitReport>> fit(Optional<ModelName> name, ServerFacts server) {
    if (name.isEmpty()) {
      return Known.of(Optional.empty());
    }
    return switch (server.model(name.get())) {
      case Known.Unknown<Optional<InstalledModel>>(var reason) -> Known.unknown(reason);
      case Known.Value<Optional<InstalledModel>>(var model)
          when model.filter(one -> !one.isCloud()).isEmpty() ->
          Known.of(Optional.empty());
      case Known.Value<Optional<InstalledModel>> _ ->
          GatherFacts.flat(
              questions.ask(
                  () -> forecast.of(servers.apply(server.url()), name.get()).map(Optional::of)));
    };
  }
}
