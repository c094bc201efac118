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
import dev.switchyard.domain.endpoint.profile.Access;
import dev.switchyard.domain.probe.MessageEvent;
import dev.switchyard.domain.probe.MessagesEndpoint.Question;
import dev.switchyard.domain.probe.MessagesEndpoint.Reply;
import dev.switchyard.fake.LiveThreads;
import dev.switchyard.fake.Misdeed;
import dev.switchyard.fake.RawServer;
import dev.switchyard.fake.Wish;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MessagesClientTest {
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final Duration SHORT = Duration.ofMillis(300);

  private final MessagesClient client = new MessagesClient(Access::open);

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

  static Stream<Arguments> kinds() {
    return Stream.of(
        Arguments.of(Misdeed.NEVER_ANSWERS, Kind.TIMEOUT),
        Arguments.of(Misdeed.DIES_BEFORE_IT_ANSWERS, Kind.FAILED),
        Arguments.of(Misdeed.DIES_IN_MID_STREAM, Kind.FAILED),
        Arguments.of(Misdeed.FALLS_SILENT_IN_MID_STREAM, Kind.TIMEOUT),
        Arguments.of(Misdeed.BREAKS_EVENTS, Kind.MALFORMED),
        Arguments.of(Misdeed.WRITES_A_LINE_OF_10_MB, Kind.MALFORMED),
        Arguments.of(Misdeed.WRITES_JSON_WITHOUT_AN_END, Kind.MALFORMED),
        Arguments.of(Misdeed.FLOODS_WITH_TINY_EVENTS, Kind.MALFORMED),
        Arguments.of(Misdeed.DRIPS, Kind.TIMEOUT),
        Arguments.of(Misdeed.NEVER_ENDS_ITS_HEAD, Kind.FAILED));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void aServerThatDoesItWrongIsGivenUp(Misdeed misdeed, Kind kind) throws Exception {
    try (var server = misdeed.start()) {
      var limit = misdeed.ends() ? LONG : SHORT;
      assertThat(failure(server, limit, Cancellation.NEVER)).isEqualTo(kind);
    }
  }

  /// As one that keeps its connections alive does, without a length to tell where it ends.
  @Test
  void behindTheLastEventNothingIsWaitedFor() throws Exception {
    try (var server =
        RawServer.saying(RawServer.EVENTS + "data: {\"type\":\"message_stop\"}\n\n")) {
      var reply = ask(server.url(), true);
      assertThat(reply.all(MessageEvent.Stopped.class)).hasSize(1);
      server.assertLeftAlone();
    }
  }

  @Test
  void nobodyThereIsUnreachable() throws Exception {
    var server = RawServer.silent();
    server.close();
    assertThat(kind(server.url(), LONG, Cancellation.NEVER)).isEqualTo(Kind.UNREACHABLE);
  }

  @Test
  void aWishToStopClosesTheConnection() throws Exception {
    try (var server = RawServer.silent()) {
      assertThat(failure(server, LONG, Wish.onceAsked(server))).isEqualTo(Kind.CANCELLED);
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

  /// What was left open or running is seen on the server's side and in the list of threads.
  private Kind failure(RawServer server, Duration limit, Cancellation cancellation)
      throws Exception {
    var before = LiveThreads.now();
    var kind = kind(server.url(), limit, cancellation);
    server.assertLeftAlone();
    before.assertNoMore();
    assertThat(server.requests()).as("requests").isEqualTo(1);
    return kind;
  }

  private Kind kind(EndpointUrl url, Duration limit, Cancellation cancellation) {
    var failure =
        catchThrowableOfType(
            PortException.class, () -> client.ask(new Question(url, "{}", limit), cancellation));
    return Optional.ofNullable(failure).map(PortException::kind).orElseThrow();
  }
}
