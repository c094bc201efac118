package dev.switchyard.adapter.anthropic;

import dev.switchyard.adapter.http.Connections;
import dev.switchyard.domain.Cancellation;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.endpoint.EndpointUrl;
import dev.switchyard.domain.endpoint.profile.Access;
import dev.switchyard.domain.endpoint.profile.Accesses;
import dev.switchyard.domain.endpoint.profile.TimeLimits;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/// Requests to one endpoint as Claude Code sends them, with the endpoint's token, or a placeholder
/// where it asks for none. Each has its own connection, so that none is left behind and a broken
/// one troubles no other.
final class Requests implements AutoCloseable {
  /// What Claude Code is told where a server wants no credential; nobody's secret.
  private static final String PLACEHOLDER = "Bearer ollama";

  private static final String API_VERSION = "2023-06-01";

  private final EndpointUrl url;
  private final Accesses accesses;
  private @Nullable OkHttpClient client;

  Requests(EndpointUrl url, Accesses accesses) {
    this.url = url;
    this.accesses = accesses;
  }

  /// @param path below the endpoint's base URL
  /// @param limit for all of it, also for an answer that comes byte by byte
  /// @throws PortException where the endpoint's token or authorities cannot be read
  Call post(String path, byte[] json, Duration limit, Cancellation cancellation)
      throws PortException {
    var access = accesses.to(url);
    var request =
        new Request.Builder()
            .url(Connections.address(url, path))
            .header(Connections.AUTHORIZATION, PLACEHOLDER)
            .header("anthropic-version", API_VERSION)
            // A packed stream waits for its packets to fill, and would be timed wrongly.
            .header("Accept-Encoding", "identity")
            .post(Connections.json(json));
    var call = client(access).newCall(Connections.authorise(request, access).build());
    call.timeout().timeout(within(limit, access).toNanos(), TimeUnit.NANOSECONDS);
    cancellation.onRequest(call::cancel);
    return call;
  }

  private static Duration within(Duration limit, Access access) {
    return access
        .limits()
        .map(TimeLimits::answer)
        .filter(persons -> persons.compareTo(limit) < 0)
        .orElse(limit);
  }

  private synchronized OkHttpClient client(Access access) throws PortException {
    var before = client;
    if (before != null) {
      return before;
    }
    // The limit of the whole call is the only one: a long prompt is silent for minutes.
    var made =
        Connections.to(access)
            .newBuilder()
            .readTimeout(Duration.ZERO)
            .connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS))
            .build();
    client = made;
    return made;
  }

  @Override
  public synchronized void close() {
    var made = client;
    if (made != null) {
      Connections.close(made);
    }
  }
}
