package dev.switchyard.adapter.anthropic;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.probe.Witness;
import dev.switchyard.domain.probe.WitnessedRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A witness on a free port of the loopback. Its address holds a random path, so that no other
/// program on this machine can put a request of its own into a proof.
public final class LoopbackWitness implements Witness {
  private static final JsonMapper MAPPER = JsonMapper.shared();

  /// No prompt of Claude Code comes near it; more is not read, in bytes.
  private static final int LONGEST_BODY = 64 << 20;

  private static final int SECRET_BYTES = 16;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final String secret;
  private final AtomicInteger answers = new AtomicInteger();
  private final AtomicBoolean agentsCalled = new AtomicBoolean();
  private final List<WitnessedRequest> seen = new ArrayList<>();

  private LoopbackWitness(HttpServer server, String secret) {
    this.server = server;
    this.secret = secret;
  }

  /// @throws PortException FAILED where the system gives no port
  public static LoopbackWitness open() throws PortException {
    try {
      var loopback = new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0);
      var witness = new LoopbackWitness(HttpServer.create(loopback, 0), secret());
      witness.server.setExecutor(witness.threads);
      witness.server.createContext("/", witness::answer);
      witness.server.start();
      return witness;
    } catch (IOException e) {
      throw new PortException(
          PortException.Kind.FAILED,
          Message.of("verify.no-port", String.valueOf(e.getMessage())),
          e);
    }
  }

  private static String secret() {
    var bytes = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  @Override
  public String baseUrl() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + secret;
  }

  @Override
  public List<WitnessedRequest> take() {
    synchronized (seen) {
      var taken = List.copyOf(seen);
      seen.clear();
      return taken;
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      boolean isMessage =
          exchange.getRequestMethod().equals("POST")
              && exchange.getRequestURI().getPath().equals("/" + secret + "/v1/messages");
      if (isMessage) {
        converse(exchange);
      } else {
        exchange.sendResponseHeaders(404, -1);
      }
    }
  }

  private void converse(HttpExchange exchange) throws IOException {
    var bytes = exchange.getRequestBody().readNBytes(LONGEST_BODY);
    try {
      var body = MAPPER.readTree(bytes);
      var headers = exchange.getRequestHeaders();
      synchronized (seen) {
        seen.add(RequestReader.read(headers, body, bytes.length));
      }
      var answer = ScriptedAnswer.to(body, answers.incrementAndGet(), callsAgents(headers, body));
      if (body.path("stream").asBoolean(false)) {
        send(exchange, "text/event-stream", answer.events());
      } else {
        send(exchange, "application/json", answer.json());
      }
    } catch (JacksonException _) {
      exchange.sendResponseHeaders(400, -1);
    }
  }

  /// Once is enough: what sub-agents ask for does not depend on the conversation.
  private boolean callsAgents(Headers headers, JsonNode body) {
    return !RequestReader.isSubAgent(headers)
        && ScriptedAnswer.canCallAgents(body)
        && agentsCalled.compareAndSet(false, true);
  }

  private static void send(HttpExchange exchange, String type, byte[] body) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
