package dev.switchyard.domain.doctor;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.doctor.ServerEnvironment.Placed;
import dev.switchyard.domain.doctor.ServerHost.WindowsServer;
import dev.switchyard.domain.doctor.ServerMachine.Start;
import dev.switchyard.domain.doctor.ServerMachine.WindowsHost;
import dev.switchyard.domain.endpoint.EndpointUrl;
import dev.switchyard.domain.route.Origin;
import dev.switchyard.domain.route.StartEnvironment;
import dev.switchyard.domain.route.StartEnvironments;
import dev.switchyard.domain.route.StartedFrom;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/// Asks what this machine shows of the server that runs on it.
public final class GatherHost {
  private final Questions questions;
  private final ServerMachine machine;
  private final StartEnvironments environments;

  /// @param environments what a new terminal has; asked for by the reading of routes already
  public GatherHost(Questions questions, ServerMachine machine, StartEnvironments environments) {
    this.questions = questions;
    this.machine = machine;
    this.environments = environments;
  }

  /// Begins to ask.
  Begun begin(EndpointUrl url) {
    var start = questions.begin(() -> machine.start(url));
    var shell = questions.begin(() -> environments.of(StartedFrom.TERMINAL));
    var windows = questions.begin(machine::windowsHost);
    return new Begun(url, start, shell, windows);
  }

  /// What is asked and not yet waited for.
  record Begun(
      EndpointUrl url,
      Supplier<Known<Start>> start,
      Supplier<Known<StartEnvironment>> shell,
      Supplier<Known<Known<Optional<WindowsHost>>>> windows) {
    /// Windows' own server is only asked where the route's does not answer.
    Known<Optional<WindowsServer>> windows(
        ServerFacts server, Function<EndpointUrl, ServerFacts> asking) {
      return GatherFacts.flat(windows.get())
          .map(host -> host.map(found -> windows(found, server, asking)));
    }

    private WindowsServer windows(
        WindowsHost host, ServerFacts server, Function<EndpointUrl, ServerFacts> asking) {
      if (server.answers() || host.mirrored() || !url.isLoopback()) {
        return new WindowsServer(host.mirrored(), Optional.empty());
      }
      var asked =
          host.addresses().stream().flatMap(address -> at(address).stream()).map(asking).toList();
      return new WindowsServer(
          false,
          asked.stream()
              .filter(ServerFacts::answers)
              .findFirst()
              .or(() -> asked.stream().findFirst()));
    }

    private Optional<EndpointUrl> at(String address) {
      return EndpointUrl.parse("http://%s:%d".formatted(address, url.port()));
    }

    ServerHost get(Known<Optional<WindowsServer>> windows) {
      var started = start.get();
      return new ServerHost(
          started.flatMap(Start::environment),
          shell.get().flatMap(GatherHost::shell),
          started.flatMap(Start::listening),
          windows);
    }
  }

  private static Known<Map<String, Placed>> shell(StartEnvironment environment) {
    if (!environment.unknown().isEmpty()) {
      return Known.unknown(environment.unknown().getFirst());
    }
    var found = new LinkedHashMap<String, Placed>();
    for (var feed : environment.feeds().reversed()) {
      for (var name : ServerEnvironment.NAMES) {
        var value = feed.variables().get(name);
        if (value != null && !value.isBlank()) {
          var line = Optional.ofNullable(feed.probable().get(name));
          var origin = new Origin.Environment(feed.name(), feed.file(), line);
          found.put(name, new Placed(value, origin.text()));
        }
      }
    }
    return Known.of(found);
  }
}
