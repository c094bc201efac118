package dev.switchyard.real;

import dev.switchyard.adapter.ollama.OllamaServer;
import dev.switchyard.domain.Cancellation;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.endpoint.EndpointUrl;
import dev.switchyard.domain.model.BuildRequest;
import dev.switchyard.domain.model.BuildSource;
import dev.switchyard.domain.model.ModelName;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// A real Ollama server on a free port of the loopback, with a home and models of its own and no
/// way out.
///
/// Its model `agent` is deterministic and answers in milliseconds: with tools in the request and no
/// tool result as the last message it calls `Bash` with `echo it works > proof.txt`, otherwise it
/// answers `ok`.
public final class RealOllama implements AutoCloseable {
  public static final String VERSION = RealPrograms.version("OLLAMA_VERSION", "0.32.15");

  private static final Path MODELS = Path.of("src/test/resources/models");
  private static final Duration START_LIMIT = Duration.ofSeconds(60);

  private static final long MEMORY_KIB = 10_000_000;

  private final Process process;
  private final EndpointUrl url;
  private final OllamaServer server;
  private final Path log;

  private RealOllama(Process process, EndpointUrl url, Path log) {
    this.process = process;
    this.url = url;
    this.server = new OllamaServer(url);
    this.log = log;
  }

  /// Starts the pinned version; where it is not installed the test is skipped.
  ///
  /// @param home an empty folder of the test's
  public static RealOllama start(Path home) throws IOException, InterruptedException {
    var ollama = RealPrograms.require("ollama-" + VERSION + "/bin/ollama");
    RealPrograms.require("ollama-" + VERSION + "/lib/ollama/llama-server");
    return start(ollama, home);
  }

  static RealOllama start(Path ollama, Path home) throws IOException, InterruptedException {
    var address = "127.0.0.1:" + freePort();
    var log = home.resolve("ollama.log");
    // With less memory to itself than a machine has, so that what does not fit fails and hurts
    // nobody.
    var builder =
        new ProcessBuilder(
            "/bin/sh", "-c", "ulimit -v " + MEMORY_KIB + "; exec \"$0\" serve", ollama.toString());
    var environment = builder.environment();
    environment.clear();
    environment.put("PATH", "/usr/bin:/bin");
    environment.put("HOME", home.toString());
    environment.put("OLLAMA_HOST", address);
    environment.put("OLLAMA_NO_CLOUD", "1");
    environment.put("OLLAMA_MODELS", home.resolve("models").toString());
    // Nobody listens there: nothing can leave the machine.
    environment.put("HTTPS_PROXY", "http://127.0.0.1:9");
    builder.redirectErrorStream(true).redirectOutput(log.toFile());
    var started =
        new RealOllama(
            builder.start(), new EndpointUrl(URI.create("http://" + address), false), log);
    started.awaitAnswer();
    return started;
  }

  public EndpointUrl url() {
    return url;
  }

  /// Our client of it.
  public OllamaServer server() {
    return server;
  }

  /// What it wrote so far, for the message of a test that fails.
  public String log() throws IOException {
    return Files.readString(log);
  }

  /// Builds the model that behaves, as `ollama create -f agent.Modelfile` would, with 64K of
  /// context.
  public void buildAgent(ModelName name) throws PortException, IOException {
    server.build(agent(name), _ -> {}, Cancellation.NEVER);
  }

  public static BuildRequest agent(ModelName name) throws IOException {
    return agent(name, 65_536);
  }

  /// @param context its `num_ctx`, in tokens
  public static BuildRequest agent(ModelName name, int context) throws IOException {
    var modelfile = Files.readString(MODELS.resolve("agent.Modelfile"));
    var quotes = "\"\"\"";
    var template =
        modelfile.substring(
            modelfile.indexOf(quotes) + quotes.length(), modelfile.lastIndexOf(quotes));
    return new BuildRequest(
        name,
        new BuildSource.Files(List.of(MODELS.resolve("agent.gguf").toAbsolutePath())),
        Map.of("num_ctx", context),
        "",
        template,
        "",
        "",
        "",
        List.of(),
        List.of());
  }

  private void awaitAnswer() throws InterruptedException, IOException {
    long end = System.nanoTime() + START_LIMIT.toNanos();
    while (true) {
      try {
        server.version();
        return;
      } catch (PortException e) {
        if (!process.isAlive() || System.nanoTime() > end) {
          close();
          throw new IOException("the real Ollama did not start:\n" + log(), e);
        }
        Thread.sleep(20);
      }
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /// Ends the server and the runners that it started.
  @Override
  public void close() {
    server.close();
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
    process.onExit().join();
  }
}
