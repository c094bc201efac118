package dev.switchyard.real;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/// A gateway on the loopback that answers whoever brings its token, and nobody else, and writes
/// down what it was sent.
public final class TokenGateway implements AutoCloseable {
  private static final String ANSWER =
      """
      event: message_start
      data: {"type":"message_start","message":{"id":"msg_0123456789abcdef01234567","type":"message","role":"assistant","model":"MODEL","content":[],"stop_reason":null,"stop_sequence":null,"usage":{"input_tokens":12000,"output_tokens":1}}}

      event: content_block_start
      data: {"type":"content_block_start","index":0,"content_block":{"type":"text","text":""}}

      event: content_block_delta
      data: {"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"from the gateway"}}

      event: content_block_stop
      data: {"type":"content_block_stop","index":0}

      event: message_delta
      data: {"type":"message_delta","delta":{"stop_reason":"end_turn","stop_sequence":null},"usage":{"output_tokens":4}}

      event: message_stop
      data: {"type":"message_stop"}

      """;
  private static final String REFUSAL =
      "{\"type\":\"error\",\"error\":{\"type\":\"authentication_error\",\"message\":\"invalid"
          + " token\"}}";

  private static final String NOTHING_ASKED =
      "{\"type\":\"error\",\"error\":{\"type\":\"invalid_request_error\",\"message\":\"messages:"
          + " Field required\"}}";
  private static final String NOT_THERE =
      "{\"type\":\"error\",\"error\":{\"type\":\"not_found_error\",\"message\":\"Not found\"}}";

  private final HttpServer server;
  private final String scheme;
  private final String token;
  private final String model;
  private final List<Asked> asked = new CopyOnWriteArrayList<>();

  /// @param credentials the headers that may carry one
  public record Asked(String path, Map<String, String> credentials, String body) {}

  private TokenGateway(HttpServer server, String scheme, String token, String model) {
    this.server = server;
    this.scheme = scheme;
    this.token = token;
    this.model = model;
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
  }

  /// @param model the one that it lists
  public static TokenGateway start(String token, String model) throws IOException {
    return new TokenGateway(HttpServer.create(loopback(), 50), "http", token, model);
  }

  /// The same behind a certificate that no system trusts.
  public static TokenGateway start(String token, String model, TlsIdentity identity)
      throws IOException {
    var server = HttpsServer.create(loopback(), 50);
    server.setHttpsConfigurator(new HttpsConfigurator(identity.context()));
    return new TokenGateway(server, "https", token, model);
  }

  private static InetSocketAddress loopback() {
    return new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0);
  }

  public String url() {
    return scheme + "://127.0.0.1:" + server.getAddress().getPort();
  }

  /// What was asked for so far, whoever was answered.
  public List<Asked> asked() {
    return List.copyOf(asked);
  }

  /// The requests for an answer of a model.
  public List<Asked> messages() {
    return asked.stream().filter(one -> one.path().equals("/v1/messages")).toList();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      var credentials = new TreeMap<String, String>();
      exchange
          .getRequestHeaders()
          .forEach((name, values) -> {
            var lower = name.toLowerCase(Locale.ROOT);
            if (List.of("authorization", "x-api-key", "x-custom", "cookie").contains(lower)) {
              credentials.put(lower, String.join(",", values));
            }
          });
      var path = exchange.getRequestURI().getPath();
      var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
      asked.add(new Asked(path, credentials, body));
      if (!isAdmitted(credentials)) {
        send(exchange, 401, "application/json", REFUSAL);
      } else if (path.equals("/v1/models")) {
        var one = "{\"id\":\"" + model + "\",\"object\":\"model\"}";
        send(exchange, 200, "application/json", "{\"object\":\"list\",\"data\":[" + one + "]}");
      } else if (path.equals("/v1/messages") && body.contains("\"messages\":[{")) {
        send(exchange, 200, "text/event-stream", ANSWER.replace("MODEL", model));
      } else if (path.equals("/v1/messages")) {
        send(exchange, 400, "application/json", NOTHING_ASKED);
      } else {
        send(exchange, 404, "application/json", NOT_THERE);
      }
    }
  }

  private boolean isAdmitted(Map<String, String> credentials) {
    return Optional.ofNullable(credentials.get("authorization"))
            .filter(("Bearer " + token)::equals)
            .isPresent()
        || token.equals(credentials.get("x-api-key"));
  }

  private static void send(HttpExchange exchange, int status, String type, String text)
      throws IOException {
    var bytes = text.getBytes(UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
