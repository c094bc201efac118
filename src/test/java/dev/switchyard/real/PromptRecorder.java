package dev.switchyard.real;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/// A server on the loopback that keeps what Claude Code would let a model read. It never answers:
/// an answer, even a refusal, would bring more requests.
public final class PromptRecorder implements AutoCloseable {
  private final BlockingQueue<String> prompts = new LinkedBlockingQueue<>();
  private final HttpServer server;

  public PromptRecorder() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::record);
    server.start();
  }

  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /// What was asked since the last time, as soon as a session's own request is among it. Others,
  /// such as the one for its title, may come before.
  ///
  /// @return the bodies, the session's own last; without one at the end where none came in time
  public List<String> untilConversation(Duration limit) throws InterruptedException {
    return until(bodies -> isConversation(bodies.getLast()), limit);
  }

  /// What was asked since the last time, in the order of its arrival, as soon as it is enough, or
  /// nothing more came in time.
  ///
  /// @param limit for each of the requests
  public List<String> until(Predicate<List<String>> enough, Duration limit)
      throws InterruptedException {
    var bodies = new ArrayList<String>();
    do {
      var body = prompts.poll(limit.toMillis(), TimeUnit.MILLISECONDS);
      if (body == null) {
        return bodies;
      }
      bodies.add(body);
    } while (!enough.test(bodies));
    return bodies;
  }

  /// Whether it is a session's own request, the only one that offers tools.
  public static boolean isConversation(String body) {
    return body.contains("\"tools\":[{");
  }

  /// Forgets what came late from a session that is over.
  public void clear() {
    prompts.clear();
  }

  private void record(HttpExchange exchange) throws IOException {
    if (exchange.getRequestURI().getPath().equals("/v1/messages")) {
      prompts.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
      return;
    }
    try (exchange) {
      exchange.sendResponseHeaders(404, -1);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
