package dev.switchyard.adapter.listed;

import dev.switchyard.adapter.http.Connections;
import dev.switchyard.adapter.json.JsonTree;
import dev.switchyard.domain.Cancellation;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.PortException.Kind;
import dev.switchyard.domain.endpoint.EndpointUrl;
import dev.switchyard.domain.endpoint.profile.Access;
import dev.switchyard.domain.endpoint.profile.TimeLimits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Asks one server in JSON, and turns everything that can go wrong into a [PortException]. What a
/// server says of a failure is shown in one line at most.
final class JsonQuestions implements AutoCloseable {
  private static final Duration USUAL_LIMIT = Duration.ofSeconds(30);
  private static final int MOST_BYTES = 8 << 20;
  private static final int MOST_ERROR_BYTES = 64 << 10;
  private static final int MOST_WORDS = 300;

  private final Access access;

  /// Made for the first request.
  private @Nullable OkHttpClient client;

  JsonQuestions(Access access) {
    this.access = access;
  }

  EndpointUrl url() {
    return access.url();
  }

  JsonNode get(String path) throws PortException {
    return ask(request(path).build(), limit(), Cancellation.NEVER);
  }

  /// @param limit for all of it; zero for none
  JsonNode post(String path, JsonNode body, Duration limit, Cancellation cancellation)
      throws PortException {
    var json = Connections.json(JsonMapper.shared().writeValueAsBytes(body));
    return ask(request(path).post(json).build(), limit, cancellation);
  }

  Duration limit() {
    return access.limits().map(TimeLimits::answer).orElse(USUAL_LIMIT);
  }

  private Request.Builder request(String path) throws PortException {
    return Connections.authorise(
        new Request.Builder().url(Connections.address(url(), path)), access);
  }

  private JsonNode ask(Request request, Duration limit, Cancellation cancellation)
      throws PortException {
    var call = client().newCall(request);
    call.timeout().timeout(limit.toNanos(), TimeUnit.NANOSECONDS);
    cancellation.onRequest(call::cancel);
    try (var response = call.execute()) {
      if (!response.isSuccessful()) {
        throw refusal(response);
      }
      return json(response);
    } catch (JacksonIOException e) {
      throw Connections.failure(
          url(), Objects.requireNonNullElse(e.getCause(), e), call, cancellation);
    } catch (JacksonException e) {
      throw unreadable(e);
    } catch (IOException e) {
      throw Connections.failure(url(), e, call, cancellation);
    }
  }

  private JsonNode json(Response response) throws IOException, PortException {
    var bytes = response.body().byteStream().readNBytes(MOST_BYTES + 1);
    if (bytes.length > MOST_BYTES) {
      throw unreadable(null);
    }
    var answer = JsonTree.read(bytes);
    if (!answer.isObject()) {
      throw unreadable(null);
    }
    return answer;
  }

  private PortException refusal(Response response) throws IOException {
    var bytes = response.body().byteStream().readNBytes(MOST_ERROR_BYTES);
    var words = words(new String(bytes, StandardCharsets.UTF_8).strip());
    int status = response.code();
    return switch (status) {
      case 401, 403 ->
          new PortException(
              Kind.DENIED, Message.of("server.error.token-refused", url().toString(), status));
      case 404, 405 ->
          new PortException(
              Kind.MISSING, Message.of("server.error.no-such-path", url().toString(), words));
      default ->
          new PortException(
              Kind.FAILED, Message.of("server.error.status", url().toString(), status, words));
    };
  }

  /// A web page says nothing that a person wants to read here.
  private static String words(String body) {
    var words = body.startsWith("{") ? error(body) : body.startsWith("<") ? "" : body;
    var line = words.lines().findFirst().orElse("–");
    return line.length() > MOST_WORDS ? line.substring(0, MOST_WORDS) + "…" : line;
  }

  private static String error(String body) {
    try {
      var error = JsonMapper.shared().readTree(body).path("error");
      return error.isObject() ? error.path("message").asString("") : error.asString("");
    } catch (JacksonException _) {
      return "";
    }
  }

  PortException unreadable(@Nullable Throwable cause) {
    return new PortException(
        Kind.MALFORMED,
        Message.of("server.error.other-kind", url().toString(), access.kind().product()),
        cause);
  }

  private synchronized OkHttpClient client() throws PortException {
    var before = client;
    if (before != null) {
      return before;
    }
    var made = Connections.to(access).newBuilder().readTimeout(Duration.ZERO).build();
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
