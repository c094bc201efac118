package dev.switchyard.adapter.anthropic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.switchyard.adapter.demo.Fault;
import dev.switchyard.adapter.demo.Setup;
import dev.switchyard.adapter.demo.SimulatedOllama;
import dev.switchyard.domain.Cancellation;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.PortException.Kind;
import dev.switchyard.domain.endpoint.EndpointUrl;
import dev.switchyard.domain.probe.MessageEvent;
import dev.switchyard.domain.probe.MessagesEndpoint.Question;
import dev.switchyard.domain.probe.MessagesEndpoint.Reply;
import dev.switchyard.fake.BrokenServer;
import dev.switchyard.fake.Wish;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MessagesClientTest {
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final Duration SHORT = Duration.ofMillis(300);

  private final MessagesClient client = new MessagesClient();

  @Test
  void aStreamedAnswerIsReadWithItsCounts() throws Exception {
    try (var server = SimulatedOllama.start(Setup.instant())) {
      var reply = ask(server.url(), true);

      assertThat(reply.status()).isEqualTo(200);
      assertThat(reply.contentType()).isEqualTo("text/event-stream");
      assertThat(reply.all(MessageEvent.Started.class))
          .singleElement()
          .satisfies(started -> assertThat(started.model()).isEqualTo("gemma4:26b"));
      assertThat(reply.all(MessageEvent.Piece.class).map(MessageEvent.Piece::text))
          .startsWith("I ", "am ");
      var counted = reply.all(MessageEvent.Counted.class).toList().getLast();
      assertThat(counted.answerTokens().orElseThrow()).isEqualTo(5);
      assertThat(counted.promptTokens().orElseThrow()).isPositive();
      assertThat(reply.all(MessageEvent.Stopped.class)).hasSize(1);
      assertThat(reply.events()).isSortedAccordingTo((a, b) -> a.since().compareTo(b.since()));
      assertThat(reply.took()).isGreaterThanOrEqualTo(reply.events().getLast().since());
    }
  }

  @Test
  void anAnswerInOnePieceAndARefusalAreHandedOn() throws Exception {
    try (var server = SimulatedOllama.start(Setup.instant())) {
      assertThat(ask(server.url(), false).body()).contains("\"stop_reason\"");
      server.faults().add(new Fault.Answer("/v1/messages", 529, "application/json", "{\"e\":1}"));
      var refused = ask(server.url(), true);
      assertThat(refused.status()).isEqualTo(529);
      assertThat(refused.body()).isEqualTo("{\"e\":1}");
    }
  }

  @Test
  void aServerThatNeverAnswersIsGivenUp() throws Exception {
    try (var server = BrokenServer.silent()) {
      assertThat(failure(server, SHORT)).isEqualTo(Kind.TIMEOUT);
    }
  }

  @Test
  void aServerThatDawdlesWithinItsAnswerIsGivenUpAsWell() throws Exception {
    try (var server =
        BrokenServer.start((out, _) -> {
          out.write(
              (BrokenServer.EVENTS + "event: ping\ndata: {}\n\n").getBytes(StandardCharsets.UTF_8));
          out.flush();
        })) {
      assertThat(failure(server, SHORT)).isEqualTo(Kind.TIMEOUT);
    }
  }

  @Test
  void aConnectionThatBreaksOffIsAFailure() throws Exception {
    try (var server =
        BrokenServer.saying(
            "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n"
                + "Transfer-Encoding: chunked\r\n\r\n10\r\ndata: {\"type\":")) {
      assertThat(failure(server, LONG)).isEqualTo(Kind.FAILED);
    }
  }

  @Test
  void anEventThatIsNoJsonIsMalformed() throws Exception {
    try (var server = BrokenServer.saying(BrokenServer.EVENTS + "data: {\"type\":\n\n")) {
      assertThat(failure(server, LONG)).isEqualTo(Kind.MALFORMED);
    }
  }

  @Test
  void aLineOfTenMegabytesIsNotRead() throws Exception {
    try (var server =
        BrokenServer.saying(BrokenServer.EVENTS + "data: " + "x".repeat(10 << 20) + "\n\n")) {
      assertThat(failure(server, LONG)).isEqualTo(Kind.MALFORMED);
    }
  }

  @Test
  void anEndlessAnswerOfAnotherKindIsNotRead() throws Exception {
    try (var server =
        BrokenServer.saying(
            "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + "x".repeat(10 << 20))) {
      assertThat(failure(server, LONG)).isEqualTo(Kind.MALFORMED);
    }
  }

  @Test
  void nobodyThereIsUnreachable() throws Exception {
    var server = BrokenServer.silent();
    server.close();
    assertThat(failure(server, LONG)).isEqualTo(Kind.UNREACHABLE);
  }

  @Test
  void aWishToStopClosesTheConnection() throws Exception {
    try (var server = BrokenServer.silent()) {
      var wish = new Wish();
      Thread.ofVirtual()
          .start(() -> {
            try {
              server.awaitRequest();
            } catch (InterruptedException _) {
              Thread.currentThread().interrupt();
            }
            wish.stop();
          });
      assertThat(failure(server, LONG, wish)).isEqualTo(Kind.CANCELLED);
    }
  }

  private Reply ask(EndpointUrl url, boolean stream) throws PortException {
    var body =
        """
        {"model":"gemma4:26b","max_tokens":5,"stream":%s,
         "messages":[{"role":"user","content":"hello"}]}\
        """
            .formatted(stream);
    return client.ask(new Question(url, body, LONG), Cancellation.NEVER);
  }

  private Kind failure(BrokenServer server, Duration limit) throws InterruptedException {
    return failure(server, limit, Cancellation.NEVER);
  }

  /// What was left open or running is seen on the server's side and in the list of threads.
  private Kind failure(BrokenServer server, Duration limit, Cancellation cancellation)
      throws InterruptedException {
    var before = BrokenServer.threads();
    var failure =
        catchThrowableOfType(
            PortException.class,
            () -> client.ask(new Question(server.url(), "{}", limit), cancellation));
    server.assertLeftAlone();
    assertThat(BrokenServer.threads()).isSubsetOf(before);
    return Optional.ofNullable(failure).map(PortException::kind).orElseThrow();
  }
}
