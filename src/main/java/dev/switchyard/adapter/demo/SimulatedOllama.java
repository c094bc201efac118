package dev.switchyard.adapter.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.switchyard.domain.endpoint.EndpointUrl;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// An Ollama server inside this process, on a free port of the loopback: the demonstration runs on
/// it, and most tests.
///
/// It keeps models, pulls over simulated time, builds, loads, and answers as a model would. What it
/// answers is held against recorded answers of real servers by a test.
public final class SimulatedOllama implements AutoCloseable {
  private final HttpServer http;
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("simulated-ollama-", 0).factory());
  private final Faults faults = new Faults();
  private final Pace pace;
  private final Routes routes;

  private SimulatedOllama(Setup setup) throws IOException {
    this.pace = setup.pace();
    this.routes = new Routes(setup);
    this.http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    http.setExecutor(threads);
    http.createContext("/", this::handle);
    http.start();
  }

  /// @throws IOException if the system has no port left
  public static SimulatedOllama start(Setup setup) throws IOException {
    return new SimulatedOllama(setup);
  }

  public EndpointUrl url() {
    return new EndpointUrl(URI.create("http://127.0.0.1:" + http.getAddress().getPort()), false);
  }

  /// What is taken of the simulated GPU, in bytes: what a sensor would read, not what `/api/ps`
  /// says.
  public long vramBytesInUse() {
    return routes.memory().vramInUse();
  }

  /// What shall go wrong.
  public Faults faults() {
    return faults;
  }

  private void handle(HttpExchange http) throws IOException {
    var fault = faults.take(http.getRequestURI().getPath());
    var exchange = new Exchange(http, fault);
    try {
      if (!meets(fault, exchange)) {
        routes.answer(exchange);
      }
    } catch (Refusal refusal) {
      exchange.error(refusal.status(), refusal.contentType(), refusal.text());
    } catch (InterruptedException e) {
      // The server is being closed: its connections break off.
      throw new IOException("stopped", e);
    }
  }

  /// @return whether the request is done with
  private boolean meets(Optional<Fault> fault, Exchange exchange)
      throws IOException, InterruptedException {
    if (fault.isEmpty()) {
      return false;
    }
    switch (fault.get()) {
      case Fault.Answer(_, int status, String contentType, String body) -> {
        exchange.text(status, contentType, body);
        return true;
      }
      case Fault.HangUp(_, int afterLines) when afterLines == 0 ->
          throw new IOException("fault: hang up");
      case Fault.Delay(_, var delay) -> pace.pause(delay);
      default -> {
        // Met when the answer's lines are written.
      }
    }
    return false;
  }

  /// Breaks off what is under way, as a server does that is killed.
  @Override
  public void close() {
    http.stop(0);
    threads.shutdownNow();
  }
}
