package dev.switchyard.domain.doctor;

import dev.switchyard.domain.Cancellation;
import dev.switchyard.domain.Fingerprint;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.context.ReloadModel;
import dev.switchyard.domain.endpoint.EndpointUrl;
import dev.switchyard.domain.endpoint.ServerProcess;
import dev.switchyard.domain.model.FreeSpace;
import dev.switchyard.domain.model.ModelName;
import dev.switchyard.domain.model.ModelServer;
import dev.switchyard.domain.model.PullModel;
import dev.switchyard.domain.model.TransferProgress;
import dev.switchyard.domain.route.RoutePlan;
import dev.switchyard.domain.route.SettingsHistory;
import dev.switchyard.domain.route.SettingsVersion;
import dev.switchyard.domain.route.SwitchRoute;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/// Previews, does and undoes each kind of step by the use case of its subject.
public final class Steps {
  private final ServerProcess process;
  private final SwitchRoute switchRoute;
  private final SettingsHistory history;
  private final Function<EndpointUrl, ModelServer> servers;
  private final FreeSpace disk;
  private final RebuildModel builds;
  private final ConfigureServer service;
  private final UntrackFile git;

  /// @param servers speaks to the server at an address
  public Steps(
      ServerProcess process,
      SwitchRoute switchRoute,
      SettingsHistory history,
      Function<EndpointUrl, ModelServer> servers,
      FreeSpace disk,
      RebuildModel builds,
      ConfigureServer service,
      UntrackFile git) {
    this.process = process;
    this.switchRoute = switchRoute;
    this.history = history;
    this.servers = servers;
    this.disk = disk;
    this.builds = builds;
    this.service = service;
    this.git = git;
  }

  Preview preview(Step step) throws PortException {
    return switch (step) {
      case Step.StartServer(var url) ->
          new Preview(
              Message.of("doctor.preview.start", url.toString()),
              List.of(),
              Message.of("doctor.undo.start"));
      case Step.SwitchRoute(var request) -> preview(switchRoute.plan(request));
      case Step.RestoreSettings(var version) -> {
        var plan = history.plan(version);
        yield new Preview(
            Message.of("doctor.preview.restore", version.file().toString(), version.id()),
            List.of(plan.change()),
            Message.of("doctor.undo.restore"));
      }
      case Step.Pull(var server, var model) ->
          new Preview(
              Message.of("doctor.preview.pull", model.shortText(), server.toString()),
              List.of(),
              Message.of("doctor.undo.pull", model.shortText()));
      case Step.Build build -> builds.preview(build);
      case Step.Copy(_, var model, var name) ->
          new Preview(
              Message.of("doctor.preview.copy", model.shortText(), name.shortText()),
              List.of(),
              Message.of("doctor.undo.copy", name.shortText()));
      case Step.KeepLoaded(_, var model) ->
          new Preview(
              Message.of("doctor.preview.keep", model.shortText()),
              List.of(),
              Message.of("doctor.undo.keep"));
      case Step.Configure configure -> service.preview(configure);
      case Step.Untrack untrack -> git.preview(untrack);
      case Step.Reload(_, var model) ->
          new Preview(
              Message.of("doctor.preview.reload", model.shortText()),
              List.of(),
              Message.of("doctor.undo.reload"));
    };
  }

  private static Preview preview(RoutePlan plan) {
    var target = plan.request().local();
    var folder = plan.request().folder().toString();
    return new Preview(
        target.isPresent()
            ? Message.of(
                "doctor.preview.local", folder, target.get().model(), target.get().baseUrl())
            : Message.of("doctor.preview.away", folder),
        plan.changes(),
        Message.of("doctor.undo.switch"));
  }

  /// @return what there is to undo
  Optional<Done> apply(Step step, Consumer<TransferProgress> progress, Cancellation cancellation)
      throws PortException {
    return switch (step) {
      case Step.StartServer(var url) -> {
        process.start(url, cancellation);
        yield Optional.of(new Done.Started(url));
      }
      case Step.SwitchRoute(var request) ->
          Optional.of(switchRoute.change(request).plan())
              .filter(plan -> !plan.changesNothing())
              .flatMap(plan -> plan.journal().last())
              .map(done -> new Done.Switched(done.at(), done.folder()));
      case Step.RestoreSettings(var version) -> restore(version);
      case Step.Pull(var server, var model) -> {
        boolean wasThere =
            servers.apply(server).installed().stream().anyMatch(one -> one.name().equals(model));
        new PullModel(servers.apply(server), disk).pull(model, progress, cancellation);
        // What somebody else has brought in the meantime is not taken away with the fix.
        yield wasThere ? Optional.empty() : Optional.of(new Done.Pulled(server, model));
      }
      case Step.Build build -> Optional.of(builds.build(build, progress, cancellation));
      case Step.Copy(var server, var model, var name) -> {
        servers.apply(server).copy(model, name);
        yield Optional.of(new Done.Copied(server, name));
      }
      case Step.KeepLoaded keep -> Optional.of(new KeepModel(servers).keep(keep, cancellation));
      case Step.Configure configure -> Optional.of(service.configure(configure));
      case Step.Untrack untrack -> git.untrack(untrack);
      case Step.Reload(var server, var model) -> {
        new ReloadModel(servers).reload(server, model, cancellation);
        yield Optional.of(new Done.Reloaded(server, model));
      }
    };
  }

  /// What stood there until now is a version too from then on.
  private Optional<Done> restore(SettingsVersion version) throws PortException {
    var file = version.file();
    var earlier = Fingerprint.of(history.of(file).now());
    history.apply(history.plan(version));
    return history.of(file).versions().stream()
        .filter(one -> one.fingerprint().equals(earlier))
        .findFirst()
        .map(one -> new Done.Restored(file, one.id()));
  }

  /// @return what stayed as it is, and why
  List<Message> undo(Done done, Consumer<TransferProgress> progress) throws PortException {
    return switch (done) {
      case Done.Started _ -> {
        process.stop();
        yield List.of();
      }
      case Done.Switched switched -> undo(switched);
      case Done.Restored(var file, var earlier) -> {
        history.apply(history.plan(file, Optional.of(earlier)));
        yield List.of();
      }
      case Done.Pulled(var server, var model) -> {
        remove(server, model);
        yield List.of();
      }
      case Done.Built built -> {
        builds.undo(built, progress);
        yield List.of();
      }
      case Done.Copied(var server, var name) -> {
        remove(server, name);
        yield List.of();
      }
      case Done.Kept kept -> {
        new KeepModel(servers).undo(kept);
        yield List.of();
      }
      case Done.Untracked untracked -> {
        git.undo(untracked);
        yield List.of();
      }
      case Done.Configured configured -> {
        service.undo(configured);
        yield List.of();
      }
      case Done.Reloaded _ -> List.of();
    };
  }

  /// One that is gone already is as the undo would have it.
  private void remove(EndpointUrl server, ModelName name) throws PortException {
    try {
      servers.apply(server).delete(name);
    } catch (PortException e) {
      if (e.kind() != PortException.Kind.MISSING) {
        throw e;
      }
    }
  }

  /// Only the very switch that the fix has made: a later one is somebody's wish.
  private List<Message> undo(Done.Switched switched) throws PortException {
    var last = switchRoute.last();
    boolean isLast =
        last.filter(one -> one.at().equals(switched.at()))
            .filter(one -> one.folder().equals(switched.folder()))
            .isPresent();
    if (!isLast) {
      throw new PortException(
          PortException.Kind.CONFLICT,
          Message.of("doctor.undo.switched-since", switched.folder().toString()));
    }
    return switchRoute.undo().map(SwitchRoute.Undone::notes).orElse(List.of());
  }
}
