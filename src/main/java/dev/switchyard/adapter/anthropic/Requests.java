package dev.switchyard.adapter.anthropic;

import dev.switchyard.adapter.http.Connections;
import dev.switchyard.domain.Cancellation;
import dev.switchyard.domain.endpoint.EndpointUrl;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import okhttp3.Request;

/// Requests to one endpoint as Claude Code sends them, with a placeholder where a credential
/// belongs. Each has its own connection, so that none is left behind and a broken one troubles no
/// other.
final class Requests implements AutoCloseable {
  /// What Claude Code is told where a server wants no credential; nobody's secret.
  private static final String PLACEHOLDER = "Bearer ollama";

  private static final String API_VERSION = "2023-06-01";

  private final EndpointUrl url;
  private final OkHttpClient client;

  Requests(EndpointUrl url) {
    this.url = url;
    // The limit of the whole call is the only one: a long prompt is silent for minutes.
    this.client =
        Connections.to(url)
            .newBuilder()
            .readTimeout(Duration.ZERO)
            .connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS))
            .build();
  }

  /// @param path below the endpoint's base URL
  /// @param limit for all of it, also for an answer that comes byte by byte
  Call post(String path, byte[] json, Duration limit, Cancellation cancellation) {
    var request =
        new Request.Builder()
            .url(Connections.address(url, path))
            .header("Authorization", PLACEHOLDER)
            .header("anthropic-version", API_VERSION)
            // A packed stream waits for its packets to fill, and would be timed wrongly.
            .header("Accept-Encoding", "identity")
            .post(Connections.json(json))
            .build();
    var call = client.newCall(request);
    call.timeout().timeout(limit.toNanos(), TimeUnit.NANOSECONDS);
    cancellation.onRequest(call::cancel);
    return call;
  }

  @Override
  public void close() {
    Connections.close(client);
  }
}
