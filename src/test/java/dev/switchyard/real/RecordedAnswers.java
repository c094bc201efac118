package dev.switchyard.real;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.switchyard.domain.endpoint.EndpointUrl;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/// Stands before a real server on the loopback, hands everything on, and keeps what the server
/// counted at the end of each answer of a model.
public final class RecordedAnswers implements AutoCloseable {
  private static final Pattern LAST_COUNTS =
      Pattern.compile(
          "\"type\":\"message_delta\".*\"input_tokens\":(\\d+),\"output_tokens\":(\\d+)");

  private final EndpointUrl server;
  private final HttpServer front;
  private final List<Counts> counts = new CopyOnWriteArrayList<>();

  private final List<String> paths = new CopyOnWriteArrayList<>();

  /// What the server said of one answer, in tokens.
  public record Counts(long input, long output) {}

  public RecordedAnswers(EndpointUrl server) throws IOException {
    this.server = server;
    front = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    front.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    front.createContext("/", this::handOn);
    front.start();
  }

  public String url() {
    return "http://127.0.0.1:" + front.getAddress().getPort();
  }

  /// What was asked for, for the message of a test that fails.
  public List<String> paths() {
    return List.copyOf(paths);
  }

  public List<Counts> counts() {
    return List.copyOf(counts);
  }

  private void handOn(HttpExchange exchange) throws IOException {
    try (exchange) {
      var url = URI.create(server + exchange.getRequestURI().toString()).toURL();
      var connection = (HttpURLConnection) url.openConnection();
      connection.setRequestMethod(exchange.getRequestMethod());
      var asked = exchange.getRequestBody().readAllBytes();
      if (asked.length > 0) {
        connection.setDoOutput(true);
        connection.setRequestProperty("Content-Type", "application/json");
        connection.getOutputStream().write(asked);
      }
      int status = connection.getResponseCode();
      var body = body(connection, status);
      paths.add(status + " " + exchange.getRequestURI() + " " + shortened(body));
      record(new String(body, StandardCharsets.UTF_8));
      var type = connection.getContentType();
      if (type != null) {
        exchange.getResponseHeaders().set("Content-Type", type);
      }
      exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private static String shortened(byte[] body) {
    return new String(
        body, Math.max(0, body.length - 300), Math.min(300, body.length), StandardCharsets.UTF_8);
  }

  private static byte[] body(HttpURLConnection connection, int status) throws IOException {
    try (var stream = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
      return stream == null ? new byte[0] : stream.readAllBytes();
    }
  }

  private void record(String body) {
    var match = LAST_COUNTS.matcher(body);
    if (match.find()) {
      counts.add(new Counts(Long.parseLong(match.group(1)), Long.parseLong(match.group(2))));
    }
  }

  @Override
  public void close() {
    front.stop(0);
  }
}
