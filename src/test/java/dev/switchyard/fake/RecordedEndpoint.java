package dev.switchyard.fake;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.switchyard.domain.endpoint.EndpointUrl;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A server on the loopback that answers as one of the files in `src/test/resources/endpoints`
/// says, and 404 otherwise.
public final class RecordedEndpoint implements AutoCloseable {
  private static final Path FILES = Path.of("src/test/resources/endpoints");

  /// What each request had for a header `Authorization` or `x-api-key`.
  public final List<String> credentials = new CopyOnWriteArrayList<>();

  private final HttpServer server;
  private final JsonNode recorded;

  private RecordedEndpoint(HttpServer server, JsonNode recorded) {
    this.server = server;
    this.recorded = recorded;
  }

  /// @param name of the file, without `.json`
  public static RecordedEndpoint start(String name) throws IOException {
    var recorded = new JsonMapper().readTree(Files.readAllBytes(FILES.resolve(name + ".json")));
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    var endpoint = new RecordedEndpoint(server, recorded);
    server.createContext("/", endpoint::answer);
    server.start();
    return endpoint;
  }

  public EndpointUrl url() {
    return new EndpointUrl(URI.create("http://127.0.0.1:" + server.getAddress().getPort()), false);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      var headers = exchange.getRequestHeaders();
      headers.getOrDefault("Authorization", List.of()).forEach(credentials::add);
      headers.getOrDefault("x-api-key", List.of()).forEach(credentials::add);
      exchange.getRequestBody().readAllBytes();
      for (var answer : recorded.path("answers")) {
        if (isFor(answer, exchange)) {
          send(exchange, answer);
          return;
        }
      }
      exchange.sendResponseHeaders(404, -1);
    }
  }

  private static boolean isFor(JsonNode answer, HttpExchange exchange) {
    return answer.path("method").stringValue().equals(exchange.getRequestMethod())
        && answer.path("path").stringValue().equals(exchange.getRequestURI().getPath())
        && List.of("", "empty").contains(answer.path("asked").asString(""));
  }

  private static void send(HttpExchange exchange, JsonNode answer) throws IOException {
    answer
        .path("headers")
        .properties()
        .forEach(header ->
            exchange.getResponseHeaders().set(header.getKey(), header.getValue().stringValue()));
    var body = answer.path("body").stringValue().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(
        answer.path("status").intValue(), body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
