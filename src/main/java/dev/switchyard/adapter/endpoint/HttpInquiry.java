package dev.switchyard.adapter.endpoint;

import dev.switchyard.adapter.http.Connections;
import dev.switchyard.domain.Cancellation;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.PortException.Kind;
import dev.switchyard.domain.endpoint.EndpointUrl;
import dev.switchyard.domain.endpoint.detect.Inquiry;
import dev.switchyard.domain.endpoint.detect.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;

/// Asks an address over connections that are gone when it has answered.
public final class HttpInquiry implements Inquiry {
  private static final MediaType JSON = Objects.requireNonNull(MediaType.parse("application/json"));
  private static final byte[] NOTHING = "{}".getBytes(StandardCharsets.UTF_8);

  @Override
  public List<Response> ask(EndpointUrl url, List<Question> questions, Duration limit)
      throws PortException {
    var client =
        Connections.to(url)
            .newBuilder()
            .callTimeout(limit)
            .readTimeout(Duration.ZERO)
            .retryOnConnectionFailure(false)
            .build();
    // Closing it waits for all of them, and each has its limit.
    try (var side = Executors.newVirtualThreadPerTaskExecutor()) {
      var asked = questions.stream().map(one -> side.submit(() -> ask(client, url, one))).toList();
      return answered(url, asked);
    } finally {
      Connections.close(client);
    }
  }

  private static List<Response> answered(EndpointUrl url, List<Future<Response>> asked)
      throws PortException {
    var responses = new ArrayList<Response>();
    @Nullable Throwable last = null;
    for (var one : asked) {
      try {
        responses.add(one.get());
      } catch (ExecutionException e) {
        last = e.getCause();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new PortException(Kind.CANCELLED, Message.of("server.error.stopped"), e);
      }
    }
    if (responses.isEmpty() && last != null) {
      throw Connections.failure(url, last, null, Cancellation.NEVER);
    }
    return responses;
  }

  private static Response ask(OkHttpClient client, EndpointUrl url, Question question)
      throws IOException {
    var body = question.method().equals("POST") ? RequestBody.create(NOTHING, JSON) : null;
    var request =
        new Request.Builder()
            .url(Connections.address(url, question.path()))
            .method(question.method(), body)
            .build();
    var call = client.newCall(request);
    try (var response = call.execute();
        var bytes = response.body().byteStream()) {
      return new Response(
          question,
          response.code(),
          Objects.requireNonNullElse(response.header("Server"), ""),
          new String(bytes.readNBytes(Response.MOST_BYTES), StandardCharsets.UTF_8));
    }
  }
}
