package dev.switchyard.adapter.doctor;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.OperatingSystem;
import dev.switchyard.domain.doctor.ServerEnvironment;
import dev.switchyard.domain.doctor.ServerEnvironment.Placed;
import dev.switchyard.domain.doctor.ServerEnvironment.Starter;
import dev.switchyard.domain.doctor.ServerMachine.Start;
import dev.switchyard.domain.endpoint.EndpointUrl;
import dev.switchyard.domain.start.SystemVariables;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import oshi.SystemInfo;
import oshi.software.os.InternetProtocolStats.IPConnection;
import oshi.software.os.OSProcess;

/// What the server of this machine is started with: what its process has, where the system shows
/// that, else what its service's files or the system's store of variables give it at its start.
final class StartedServer {
  private final OperatingSystem system;
  private final SystemdUnits units;
  private final SystemVariables stores;
  private final Map<String, String> own;

  /// @param own this program's variables, which those of Windows' registry may refer to
  StartedServer(
      OperatingSystem system, SystemdUnits units, SystemVariables stores, Map<String, String> own) {
    this.system = system;
    this.units = units;
    this.stores = stores;
    this.own = own;
  }

  Start start(EndpointUrl url) {
    if (!url.isLoopback()) {
      var reason = Message.of("doctor.unknown.elsewhere", url.toString());
      return new Start(Known.unknown(reason), Known.unknown(reason));
    }
    var listeners = Listeners.at(url);
    return new Start(
        running(listeners).orElseGet(() -> configured(url, listeners)),
        Known.of(listeners.stream().map(StartedServer::address).distinct().toList()));
  }

  /// The system writes the address of all interfaces as nothing, or as zeros.
  private static String address(IPConnection connection) {
    var bytes = connection.getLocalAddress();
    try {
      return bytes.length == 0 ? "0.0.0.0" : InetAddress.getByAddress(bytes).getHostAddress();
    } catch (UnknownHostException _) {
      return "0.0.0.0";
    }
  }

  /// Another person's process shows nothing.
  private Optional<Known<ServerEnvironment>> running(List<IPConnection> listeners) {
    return listeners.stream()
        .map(IPConnection::getowningProcessId)
        .filter(pid -> pid > 0)
        .distinct()
        .flatMap(pid -> Optional.ofNullable(process(pid)).stream())
        .filter(process -> process.getName().toLowerCase(Locale.ROOT).contains("ollama"))
        .filter(process -> !process.getEnvironmentVariables().isEmpty())
        .findFirst()
        .map(process ->
            Known.of(
                new ServerEnvironment(
                    starter(process.getProcessID()),
                    placed(
                        process.getEnvironmentVariables(),
                        Message.of(
                            "doctor.place.process", String.valueOf(process.getProcessID()))))));
  }

  private static @Nullable OSProcess process(int pid) {
    return new SystemInfo().getOperatingSystem().getProcess(pid);
  }

  /// systemd keeps what belongs to a service in a group of its name.
  private Starter starter(int pid) {
    return switch (system) {
      case MACOS -> Starter.MACOS_APPLICATION;
      case WINDOWS -> Starter.WINDOWS_APPLICATION;
      case LINUX -> starter(Path.of("/proc", String.valueOf(pid), "cgroup"));
    };
  }

  static Starter starter(Path groups) {
    try {
      var text = Files.readString(groups);
      if (!text.contains("/ollama.service")) {
        return Starter.PERSON;
      }
      return text.contains("/user.slice/") ? Starter.USER_SERVICE : Starter.SYSTEM_SERVICE;
    } catch (IOException _) {
      return Starter.PERSON;
    }
  }

  /// A process that shows whose it is, and is no Ollama, is none of these; nor is a server at
  /// another port than theirs.
  private Known<ServerEnvironment> configured(EndpointUrl url, List<IPConnection> listeners) {
    var unknown = Known.<ServerEnvironment>unknown(Message.of("doctor.unknown.no-service"));
    return listeners.stream().anyMatch(one -> one.getowningProcessId() > 0)
        ? unknown
        : configured().flatMap(found -> isAt(url, found) ? Known.of(found) : unknown);
  }

  private static boolean isAt(EndpointUrl url, ServerEnvironment found) {
    int port =
        found
            .variable("OLLAMA_HOST")
            .flatMap(host -> EndpointUrl.parse(host.value()))
            .orElse(EndpointUrl.DEFAULT)
            .uri()
            .getPort();
    return port == url.uri().getPort();
  }

  private Known<ServerEnvironment> configured() {
    return switch (system) {
      case LINUX ->
          of(Starter.SYSTEM_SERVICE, units.system())
              .or(() -> of(Starter.USER_SERVICE, units.user()))
              .orElseGet(() -> Known.unknown(Message.of("doctor.unknown.no-service")));
      case MACOS ->
          stores
              .launchd(ServerEnvironment.NAMES)
              .map(all ->
                  new ServerEnvironment(
                      Starter.MACOS_APPLICATION, placed(all, Message.of("route.feed.launchd"))));
      case WINDOWS -> windows();
    };
  }

  private static Optional<Known<ServerEnvironment>> of(
      Starter starter, Optional<Known<Map<String, Placed>>> variables) {
    return variables.map(known -> known.map(all -> new ServerEnvironment(starter, all)));
  }

  /// The person's own variables win over the machine's.
  private Known<ServerEnvironment> windows() {
    return stores
        .ofMachine(own)
        .flatMap(ofMachine ->
            stores
                .ofUser(own)
                .map(ofUser -> {
                  var all =
                      new LinkedHashMap<>(
                          placed(ofMachine, Message.of("route.feed.windows-machine")));
                  all.putAll(placed(ofUser, Message.of("route.feed.windows-user")));
                  return new ServerEnvironment(Starter.WINDOWS_APPLICATION, all);
                }));
  }

  private static Map<String, Placed> placed(Map<String, String> all, Message place) {
    var found = new LinkedHashMap<String, Placed>();
    for (var name : ServerEnvironment.NAMES) {
      var value = all.get(name);
      if (value != null && !value.isBlank()) {
        found.put(name, new Placed(value.strip(), place));
      }
    }
    return found;
  }
}
