package dev.switchyard.fake;

import dev.switchyard.adapter.demo.Setup;
import dev.switchyard.adapter.demo.SimulatedOllama;
import dev.switchyard.adapter.ollama.OllamaServer;
import java.io.IOException;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// The demo's Ollama, which answers at once, and a client of it, both new for each test.
public final class ServedOllama implements BeforeEachCallback, AfterEachCallback {
  private SimulatedOllama simulated;
  private OllamaServer server;

  @Override
  public void beforeEach(ExtensionContext context) throws IOException {
    start(Setup.instant());
  }

  /// Another one in its place, also new.
  public void begin(Setup setup) throws IOException {
    close();
    start(setup);
  }

  private void start(Setup setup) throws IOException {
    simulated = SimulatedOllama.start(setup);
    server = new OllamaServer(simulated.url());
  }

  @Override
  public void afterEach(ExtensionContext context) {
    close();
  }

  private void close() {
    server.close();
    simulated.close();
  }

  public SimulatedOllama simulated() {
    return simulated;
  }

  public OllamaServer server() {
    return server;
  }
}
