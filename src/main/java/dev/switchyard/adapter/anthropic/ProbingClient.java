package dev.switchyard.adapter.anthropic;

import dev.switchyard.adapter.http.Connections;
import dev.switchyard.domain.Cancellation;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.capability.Evidence;
import dev.switchyard.domain.capability.Exchange;
import dev.switchyard.domain.capability.Outcome;
import dev.switchyard.domain.capability.ProbedEndpoint;
import dev.switchyard.domain.capability.Question;
import dev.switchyard.domain.capability.Shortened;
import dev.switchyard.domain.endpoint.EndpointUrl;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import tools.jackson.databind.json.JsonMapper;

/// Asks an endpoint as Claude Code does, with a placeholder where a credential belongs. Every
/// request has its own connection, so that none is left behind and a broken one troubles no other.
public final class ProbingClient implements ProbedEndpoint {
  private static final MediaType JSON = Objects.requireNonNull(MediaType.parse("application/json"));

  /// What Claude Code is told where a server wants no credential; nobody's secret.
  private static final String PLACEHOLDER = "Bearer ollama";

  private final EndpointUrl url;
  private final InstantSource clock;
  private final OkHttpClient client;

  /// One whose times do not jump when the machine's clock is set.
  public ProbingClient(EndpointUrl url) {
    this(url, () -> Instant.EPOCH.plusNanos(System.nanoTime()));
  }

  /// @param clock what the times of answers are taken by
  public ProbingClient(EndpointUrl url, InstantSource clock) {
    this.url = url;
    this.clock = clock;
    // The limit of the whole call is the only one: a long prompt is silent for minutes.
    this.client =
        Connections.to(url)
            .newBuilder()
            .readTimeout(Duration.ZERO)
            .retryOnConnectionFailure(false)
            .connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS))
            .build();
  }

  @Override
  public Exchange ask(Question question, Duration limit, Cancellation cancellation)
      throws PortException {
    var call = client.newCall(request(question));
    call.timeout().timeout(limit.toNanos(), TimeUnit.NANOSECONDS);
    cancellation.onRequest(call::cancel);
    var begun = clock.instant();
    var received = new Received(() -> Duration.between(begun, clock.instant()));
    var outcome = outcome(call, question, received, limit);
    if (cancellation.requested()) {
      throw new PortException(PortException.Kind.CANCELLED, Message.of("server.error.stopped"));
    }
    return new Exchange(
        new Evidence(
            question.path(),
            JsonMapper.shared().writeValueAsString(Shortened.json(question.body())),
            received.status(),
            Shortened.text(received.text()),
            received.elapsed()),
        outcome);
  }

  private static Outcome outcome(Call call, Question question, Received received, Duration limit) {
    try (var response = call.execute()) {
      return received.read(response, question.isStream());
    } catch (ConnectException _) {
      return failed(Message.of("capability.unreachable"));
    } catch (InterruptedIOException _) {
      return new Outcome.Failed(Message.of("capability.silent", limit.toSeconds()), true);
    } catch (IOException _) {
      return failed(Message.of("capability.broke-off"));
    } catch (Unreadable e) {
      return failed(e.reason());
    }
  }

  private static Outcome failed(Message reason) {
    return new Outcome.Failed(reason, false);
  }

  private Request request(Question question) {
    var body = JsonMapper.shared().writeValueAsBytes(question.body());
    return new Request.Builder()
        .url(Connections.address(url, question.path()))
        .header("Authorization", PLACEHOLDER)
        .header("anthropic-version", "2023-06-01")
        .post(RequestBody.create(body, JSON))
        .build();
  }

  /// How many connections are open, for those who must see that none is.
  int connections() {
    return client.connectionPool().connectionCount();
  }

  @Override
  public void close() {
    Connections.close(client);
  }
}
