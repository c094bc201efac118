package dev.switchyard.domain.route;

import static java.util.stream.Collectors.toCollection;

import dev.switchyard.adapter.process.Outcome;
import dev.switchyard.domain.route.RouteRow.Arrival;
import dev.switchyard.real.CloudStandIn;
import dev.switchyard.real.CloudStandIn.Request;
import dev.switchyard.real.PrivateEtc;
import dev.switchyard.real.RealClaude;
import dev.switchyard.real.TlsIdentity;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
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
      var outcome = prompt(scene, servers);
      RUN.incrementAndGet();

      var soft = new SoftAssertions();
      new Sight(scene, servers, outcome).isAsExpected(soft);
      RouteExpectation.of(scene).holdsFor(said, soft);
      soft.assertAll();
    }
  }

  private static Outcome prompt(RouteScene scene, Servers servers) throws Exception {
    var earlier = scene.row().earlierModel();
    if (earlier.isPresent()) {
      run(scene, List.of("--model", earlier.get()));
      servers.clear();
    }
    var options = new ArrayList<>(scene.options());
    if (earlier.isPresent()) {
      options.add("--continue");
    }
    return run(scene, options);
  }

  private static Outcome run(RouteScene scene, List<String> options) throws Exception {
    var words = new ArrayList<String>();
    if (scene.row().isManaged()) {
      words.addAll(PrivateEtc.around(scene.root().resolve("etc")));
    }
    words.addAll(List.of("claude", "-p", "hello"));
    words.addAll(options);
    return RealClaude.run(scene.environment(), scene.folder(), words);
  }

  /// Three servers and the stand-in for the cloud.
  private record Servers(
      CloudStandIn local, CloudStandIn second, CloudStandIn sixth, CloudStandIn cloud)
      implements AutoCloseable {
    static Servers start() throws Exception {
      var loopback = InetAddress.ofLiteral("127.0.0.1");
      return new Servers(
          CloudStandIn.start(identity, loopback),
          CloudStandIn.start(identity, loopback),
          CloudStandIn.start(identity, InetAddress.ofLiteral("::1")),
          CloudStandIn.start(identity, loopback));
    }

    RouteScene.Addresses addresses() {
      return new RouteScene.Addresses(local.url(), second.url(), sixth.url(), cloud.url());
    }

    void clear() {
      all().forEach(CloudStandIn::clear);
    }

    private List<CloudStandIn> all() {
      return List.of(local, second, sixth, cloud);
    }

    @Override
    public void close() throws IOException {
      for (var server : all()) {
        server.close();
      }
    }
  }

  /// What was really seen.
  private record Sight(RouteScene scene, Servers servers, Outcome outcome) {
    private static final Set<String> CREDENTIALS =
        Set.of("authorization", "x-api-key", "x-custom", "proxy-authorization");
    private static final Pattern PROVIDERS =
        Pattern.compile(".*\\.(?:amazonaws\\.com|api\\.aws|googleapis\\.com|azure\\.com)");

    void isAsExpected(SoftAssertions soft) {
      var row = scene.row();
      var arrived = arrived();
      soft.assertThat(arrived.keySet())
          .as("arrived, %s", outcome)
          .isEqualTo(row.arrival().isSent() ? Set.of(row.arrival()) : Set.of());
      arrived.values().stream().flatMap(List::stream).forEach(request -> check(soft, request));
    }

    private void check(SoftAssertions soft, Request request) {
      soft.assertThat(path(request)).as("path").isEqualTo(scene.row().path());
      soft.assertThat(credentials(request)).as("headers").isEqualTo(scene.expectedHeaders());
      var model = new JsonMapper().readTree(request.body()).path("model").asString();
      scene
          .row()
          .asked()
          .ifPresentOrElse(
              asked -> soft.assertThat(model).as("model asked for").isEqualTo(asked),
              () -> soft.assertThat(model).as("model asked for").startsWith("claude-"));
    }

    /// Everything that reached a server, not only what looks like a prompt.
    private Map<Arrival, List<Request>> arrived() {
      var arrived = new EnumMap<Arrival, List<Request>>(Arrival.class);
      put(arrived, Arrival.LOCAL, servers.local().requests());
      put(arrived, Arrival.SECOND, servers.second().requests());
      put(arrived, Arrival.SIXTH, servers.sixth().requests());
      servers
          .cloud()
          .messages()
          .forEach(request -> put(arrived, arrival(request), List.of(request)));
      if (servers.cloud().tunnels().stream().anyMatch(host -> PROVIDERS.matcher(host).matches())) {
        arrived.put(Arrival.PROVIDER, List.of());
      }
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
        case CloudStandIn.PROXIED ->
            request.path().contains(TlsIdentity.GATEWAY) ? Arrival.PROXY_FOR_OTHER : Arrival.PROXY;
        case TlsIdentity.GATEWAY -> Arrival.OTHER;
        case "api.anthropic.com" -> Arrival.CLOUD;
        default -> throw new IllegalStateException("no row sends there: " + request.host());
      };
    }

    /// Without the host that a proxy is told, and without the query.
    private static String path(Request request) {
      var path = URI.create(request.path()).getPath();
      return path == null ? request.path() : path;
    }

    private static Set<String> credentials(Request request) {
      return request.headers().entrySet().stream()
          .filter(header -> CREDENTIALS.contains(header.getKey()))
          .map(header -> header.getKey() + ": " + header.getValue())
          .collect(toCollection(TreeSet::new));
    }
  }
}
