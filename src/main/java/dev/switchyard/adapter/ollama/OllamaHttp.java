package dev.switchyard.adapter.ollama;

import dev.switchyard.adapter.http.Connections;
import dev.switchyard.adapter.json.JsonTree;
import dev.switchyard.domain.Cancellation;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.PortException.Kind;
import dev.switchyard.domain.endpoint.EndpointUrl;
import dev.switchyard.domain.endpoint.profile.Access;
import dev.switchyard.domain.endpoint.profile.TimeLimits;
import dev.switchyard.domain.model.ServerErrors;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Sends requests to one server and turns everything that can go wrong into a [PortException].
final class OllamaHttp implements AutoCloseable {
  /// How long the server may be silent before a call gives up.
  enum Patience {
    /// Questions: the server answers them from its files.
    ANSWER(Duration.ofSeconds(30)),
    /// Pulls and builds: checking 20 GB on a slow disk takes minutes and says nothing meanwhile.
    WORK(Duration.ofMinutes(15)),
    /// Loads: the server has its own limit and a slow disk its own pace. Cancelling ends them.
    WITHOUT_LIMIT(Duration.ZERO);

    private final Duration silence;

    Patience(Duration silence) {
      this.silence = silence;
    }
  }

  /// Reads the body of an answer with status 200 to 299.
  @FunctionalInterface
  interface BodyReader<T> {
    T read(ResponseBody body) throws IOException, PortException;
  }

  private static final int MOST_ANSWER_BYTES = 32 << 20;
  private static final int MOST_ERROR_BYTES = 64 << 10;

  private final Access access;

  /// Made for the first request: nobody waits for it at the start.
  private @Nullable OkHttpClient client;

  private final Map<Patience, OkHttpClient> clients = new ConcurrentHashMap<>();

  OllamaHttp(Access access) {
    this.access = access;
  }

  private synchronized OkHttpClient client() throws PortException {
    var before = client;
    if (before != null) {
      return before;
    }
    var made = Connections.to(access);
    client = made;
    return made;
  }

  EndpointUrl url() {
    return access.url();
  }

  JsonNode get(String path) throws PortException {
    return call(
        request(path).get().build(), Patience.ANSWER, Cancellation.NEVER, OllamaHttp::readJson);
  }

  JsonNode post(String path, JsonNode body, Patience patience, Cancellation cancellation)
      throws PortException {
    return call(
        request(path).post(json(body)).build(), patience, cancellation, OllamaHttp::readJson);
  }

  /// @param limit how long it may take in all, however the server dawdles
  JsonNode post(String path, JsonNode body, Duration limit, Cancellation cancellation)
      throws PortException {
    var call = client(Patience.WITHOUT_LIMIT).newCall(request(path).post(json(body)).build());
    call.timeout().timeout(limit.toNanos(), TimeUnit.NANOSECONDS);
    return call(call, cancellation, OllamaHttp::readJson);
  }

  /// For answers whose body says nothing.
  void send(String method, String path, JsonNode body) throws PortException {
    var _ =
        call(
            request(path).method(method, json(body)).build(),
            Patience.ANSWER,
            Cancellation.NEVER,
            _ -> true);
  }

  /// @throws PortException where the server's token cannot be read
  Request.Builder request(String path) throws PortException {
    return Connections.authorise(
        new Request.Builder().url(Connections.address(url(), path)), access);
  }

  static RequestBody json(JsonNode body) {
    return Connections.json(JsonMapper.shared().writeValueAsBytes(body));
  }

  <T> T call(Request request, Patience patience, Cancellation cancellation, BodyReader<T> reader)
      throws PortException {
    return call(client(patience).newCall(request), cancellation, reader);
  }

  private <T> T call(Call call, Cancellation cancellation, BodyReader<T> reader)
      throws PortException {
    cancellation.onRequest(call::cancel);
    try (var response = call.execute()) {
      if (!response.isSuccessful()) {
        throw refusal(response);
      }
      return reader.read(response.body());
    } catch (JacksonIOException e) {
      throw failure(Objects.requireNonNullElse(e.getCause(), e), call, cancellation);
    } catch (JacksonException e) {
      throw notOllama(e);
    } catch (IOException e) {
      throw failure(e, call, cancellation);
    }
  }

  /// Made once, not for every question of a poll.
  private OkHttpClient client(Patience patience) throws PortException {
    var first = client();
    return clients.computeIfAbsent(
        patience, _ -> first.newBuilder().readTimeout(silence(patience)).build());
  }

  private Duration silence(Patience patience) {
    return patience == Patience.ANSWER
        ? access.limits().map(TimeLimits::answer).orElse(patience.silence)
        : patience.silence;
  }

  /// Whether a thing is there, for requests that answer 200 or 404 without a body.
  boolean exists(Request request) throws PortException {
    try (var response = client().newCall(request).execute()) {
      if (!response.isSuccessful() && response.code() != 404) {
        throw refusal(response);
      }
      return response.isSuccessful();
    } catch (IOException e) {
      throw failure(e, null, Cancellation.NEVER);
    }
  }

  private static JsonNode readJson(ResponseBody body) throws IOException, PortException {
    var bytes = body.byteStream().readNBytes(MOST_ANSWER_BYTES + 1);
    if (bytes.length > MOST_ANSWER_BYTES) {
      throw new PortException(Kind.MALFORMED, Message.of("server.error.too-long"));
    }
    return JsonTree.read(bytes);
  }

  private PortException refusal(Response response) throws IOException {
    var bytes = response.body().byteStream().readNBytes(MOST_ERROR_BYTES);
    var text = new String(bytes, StandardCharsets.UTF_8).strip();
    var error = ErrorBody.text(text);
    if (error.isPresent()) {
      return ServerErrors.classify(response.code(), error.get());
    }
    if (text.startsWith("<")) {
      // Some proxy or another program's web page, not a word of Ollama's.
      return new PortException(
          Kind.MALFORMED,
          Message.of("server.error.not-ollama-page", url().toString(), response.code()));
    }
    var words = text.isEmpty() ? "HTTP " + response.code() : text.lines().findFirst().orElse(text);
    return ServerErrors.classify(response.code(), words);
  }

  private PortException notOllama(Throwable cause) {
    return new PortException(
        Kind.MALFORMED, Message.of("server.error.not-ollama", url().toString()), cause);
  }

  private PortException failure(Throwable cause, @Nullable Call call, Cancellation cancellation) {
    return Connections.failure(url(), cause, call, cancellation);
  }

  @Override
  public synchronized void close() {
    var made = client;
    if (made != null) {
      Connections.close(made);
    }
  }
}
