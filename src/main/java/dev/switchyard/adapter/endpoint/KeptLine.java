package dev.switchyard.adapter.endpoint;

import dev.switchyard.adapter.http.Connections;
import dev.switchyard.adapter.http.Obstacles;
import dev.switchyard.domain.Cancellation;
import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.PortException.Kind;
import dev.switchyard.domain.endpoint.detect.Inquiry.Question;
import dev.switchyard.domain.endpoint.detect.Response;
import dev.switchyard.domain.endpoint.profile.Access;
import dev.switchyard.domain.endpoint.profile.Accesses;
import dev.switchyard.domain.endpoint.profile.Token;
import dev.switchyard.domain.health.HealthLine;
import dev.switchyard.domain.health.HealthSubject;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;
import okhttp3.Request;

/// One connection that is kept between requests, with the endpoint's token, which is read once for
/// all of them and forgotten with it.
public final class KeptLine implements HealthLine {
  private static final byte[] NOTHING = "{}".getBytes(StandardCharsets.UTF_8);

  private final Access access;
  private final Known<Boolean> hasToken;
  private final OkHttpClient client;
  private final Made made = new Made();

  /// Whether a connection was made since it was last asked.
  private static final class Made extends EventListener {
    private boolean connected;

    @Override
    public synchronized void connectStart(Call call, InetSocketAddress address, Proxy proxy) {
      connected = true;
    }

    synchronized boolean take() {
      boolean taken = connected;
      connected = false;
      return taken;
    }
  }

  private KeptLine(Access access, Known<Optional<Token>> token) throws PortException {
    var read = token.toOptional().flatMap(one -> one);
    this.access = new Access(access.url(), access.profile(), _ -> read);
    this.hasToken = token.map(Optional::isPresent);
    this.client =
        Connections.to(access)
            .newBuilder()
            .readTimeout(Duration.ZERO)
            .connectionPool(new ConnectionPool(1, 1, TimeUnit.MINUTES))
            .eventListener(made)
            .build();
  }

  public static KeptLine open(HealthSubject subject, Accesses accesses) throws PortException {
    var access = accesses.to(subject.url());
    return new KeptLine(access, token(access));
  }

  private static Known<Optional<Token>> token(Access access) {
    try {
      return Known.of(access.token());
    } catch (PortException e) {
      return Known.unknown(e.text());
    }
  }

  @Override
  public Known<Boolean> hasToken() {
    return hasToken;
  }

  @Override
  public Heard ask(Question question, boolean withToken, Duration limit, Cancellation cancellation)
      throws PortException {
    var request = new Request.Builder().url(Connections.address(access.url(), question.path()));
    if (withToken) {
      Connections.authorise(request, access);
    }
    var body = question.method().equals("POST") ? Connections.json(NOTHING) : null;
    var call = client.newCall(request.method(question.method(), body).build());
    call.timeout().timeout(limit.toNanos(), TimeUnit.NANOSECONDS);
    cancellation.onRequest(call::cancel);
    made.take();
    long start = System.nanoTime();
    try (var response = call.execute();
        var bytes = response.body().byteStream()) {
      var text = new String(bytes.readNBytes(Response.MOST_BYTES), StandardCharsets.UTF_8);
      return new Heard.Answered(
          new Response(
              question,
              response.code(),
              Objects.requireNonNullElse(response.header("Server"), ""),
              text),
          Duration.ofNanos(System.nanoTime() - start),
          made.take());
    } catch (IOException e) {
      if (cancellation.requested()) {
        throw new PortException(Kind.CANCELLED, Message.of("server.error.stopped"), e);
      }
      return new Heard.Failed(Obstacles.of(e));
    }
  }

  @Override
  public void close() {
    Connections.close(client);
  }
}
