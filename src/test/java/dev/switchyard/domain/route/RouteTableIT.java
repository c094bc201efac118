package dev.switchyard.domain.route;

import static java.util.stream.Collectors.toCollection;

import dev.switchyard.adapter.process.Outcome;
import dev.switchyard.domain.route.RouteRow.Arrival;
import dev.switchyard.real.CloudStandIn;
import dev.switchyard.real.CloudStandIn.Request;
import dev.switchyard.real.RealClaude;
import dev.switchyard.real.TlsIdentity;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/// Every row of the table, run with the real Claude Code: servers on the loopback see where its
/// request arrives and with what, a stand-in plays the cloud, and every credential is made up. Each
/// row has a home and servers of its own, so that rows run side by side.
@Execution(ExecutionMode.CONCURRENT)
class RouteTableIT {
  private static final AtomicInteger RUN = new AtomicInteger();
  private static TlsIdentity identity;

  @TempDir static Path keys;

  static List<RouteRow> rows() {
    return RouteTable.rows();
  }

  @BeforeAll
  static void makeKey() throws Exception {
    RealClaude.require();
    identity = TlsIdentity.make(keys);
  }

  @AfterAll
  static void count() {
    System.out.printf(
        "[route-table] %d of %d rows ran with Claude Code %s%n",
        RUN.get(), rows().size(), RealClaude.VERSION);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  void theRequestArrivesWhereTheTableAndTheResolverSay(RouteRow row, @TempDir Path folder)
      throws Exception {
    try (var servers = Servers.start()) {
      var addresses = servers.addresses();
      var scene =
          RouteScene.prepare(
              row,
              folder.toRealPath(),
              addresses,
              RouteScene.shielded(addresses, RealClaude.environment(folder, servers.cloud())));
      var said = scene.said();
      var outcome = prompt(scene);
      RUN.incrementAndGet();

      new Sight(scene, servers, outcome).isAsExpected();
      RouteExpectation.of(scene).holdsFor(said);
    }
  }

  private static Outcome prompt(RouteScene scene) throws Exception {
    var words = new ArrayList<>(List.of("claude", "-p", "hello"));
    words.addAll(scene.arguments());
    if (scene.row().isManaged()) {
      words.addAll(0, PrivateEtc.around(scene.root().resolve("etc")));
    }
    return RealClaude.run(scene.environment(), scene.folder(), words);
  }

  /// Three servers and the stand-in for the cloud.
  private record Servers(
      CloudStandIn local, CloudStandIn second, CloudStandIn sixth, CloudStandIn cloud)
      implements AutoCloseable {
    static Servers start() throws Exception {
      var loopback = InetAddress.getByName("127.0.0.1");
      return new Servers(
          CloudStandIn.start(identity, loopback),
          CloudStandIn.start(identity, loopback),
          CloudStandIn.start(identity, InetAddress.getByName("::1")),
          CloudStandIn.start(identity, loopback));
    }

    RouteScene.Addresses addresses() {
      return new RouteScene.Addresses(local.url(), second.url(), sixth.url(), cloud.url());
    }

    @Override
    public void close() throws Exception {
      for (var server : List.of(local, second, sixth, cloud)) {
        server.close();
      }
    }
  }

  /// What was really seen.
  private record Sight(RouteScene scene, Servers servers, Outcome outcome) {
    private static final Set<String> CREDENTIALS =
        Set.of("authorization", "x-api-key", "x-custom", "proxy-authorization");

    void isAsExpected() {
      var row = scene.row();
      var arrived = arrived();
      var soft = new SoftAssertions();
      soft.assertThat(arrived.keySet())
          .as("%s: arrived, %s", row, outcome)
          .isEqualTo(row.arrival().isSent() ? Set.of(row.arrival()) : Set.of());
      arrived.values().stream()
          .flatMap(List::stream)
          .forEach(request -> {
            soft.assertThat(request.path()).startsWith(row.path() + "?");
            soft.assertThat(credentials(request)).isEqualTo(scene.expectedHeaders());
            var model = new JsonMapper().readTree(request.body()).path("model").asString();
            row.asked()
                .ifPresentOrElse(
                    asked -> soft.assertThat(model).isEqualTo(asked),
                    () -> soft.assertThat(model).startsWith("claude-"));
          });
      soft.assertAll();
    }

    private Map<Arrival, List<Request>> arrived() {
      var arrived = new EnumMap<Arrival, List<Request>>(Arrival.class);
      put(arrived, Arrival.LOCAL, servers.local().messages());
      put(arrived, Arrival.SECOND, servers.second().messages());
      put(arrived, Arrival.SIXTH, servers.sixth().messages());
      servers
          .cloud()
          .messages()
          .forEach(request -> put(arrived, arrival(request), List.of(request)));
      return arrived;
    }

    private static void put(
        Map<Arrival, List<Request>> arrived, Arrival where, List<Request> requests) {
      if (!requests.isEmpty()) {
        arrived.computeIfAbsent(where, _ -> new ArrayList<>()).addAll(requests);
      }
    }

    private static Arrival arrival(Request request) {
      return switch (request.host()) {
        case CloudStandIn.DIRECT -> throw new IllegalStateException("no row sends there");
        case CloudStandIn.PROXIED -> Arrival.PROXY;
        case TlsIdentity.GATEWAY -> Arrival.OTHER;
        case "api.anthropic.com" -> Arrival.CLOUD;
        default -> Arrival.PROVIDER;
      };
    }

    private static Set<String> credentials(Request request) {
      return request.headers().entrySet().stream()
          .filter(header -> CREDENTIALS.contains(header.getKey()))
          .map(header -> header.getKey() + ": " + header.getValue())
          .collect(toCollection(TreeSet::new));
    }
  }
}
