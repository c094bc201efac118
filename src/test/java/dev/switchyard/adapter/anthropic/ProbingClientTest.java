package dev.switchyard.adapter.anthropic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.switchyard.domain.Cancellation;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.capability.Answer;
import dev.switchyard.domain.capability.Block;
import dev.switchyard.domain.capability.Exchange;
import dev.switchyard.domain.capability.Outcome;
import dev.switchyard.domain.capability.Question;
import dev.switchyard.domain.capability.Shortened;
import dev.switchyard.domain.endpoint.profile.Access;
import dev.switchyard.fake.LiveThreads;
import dev.switchyard.fake.RawServer;
import dev.switchyard.fake.Wish;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Servers that do everything wrong: each exchange ends with an outcome, and leaves neither a
/// thread nor a connection behind.
class ProbingClientTest {
  private static final Duration SHORT = Duration.ofMillis(300);
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final String JSON = RawServer.JSON;
  private static final String EVENTS = RawServer.EVENTS;
  private static final String START =
      event("{'type':'message_start','message':{'usage':{'input_tokens':7}}}");
  private static final String BLOCK =
      event("{'type':'content_block_start','index':0,'content_block':{'type':'text','text':''}}");
  private static final String PIECE =
      event("{'type':'content_block_delta','index':0,'delta':{'type':'text_delta','text':'ok'}}");
  private static final String STOP = event("{'type':'message_stop'}");

  private final LiveThreads before = LiveThreads.now();

  @AfterEach
  void noThreadIsLeft() throws InterruptedException {
    before.assertNoMore();
  }

  static Stream<Arguments> broken() {
    return Stream.of(
        Arguments.of("dies in mid-stream", true, EVENTS + START + BLOCK + PIECE, "broke-off"),
        Arguments.of("dies before it answers", true, "", "broke-off"),
        Arguments.of("sends half an object", false, JSON + "{\"type\":", "broke-off"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("broken")
  void aServerThatDies(String name, boolean stream, String bytes, String reason) throws Exception {
    try (var server = RawServer.dyingAfter(bytes)) {
      assertThat(failure(ask(server, stream, LONG))).isEqualTo("capability." + reason);
    }
  }

  static Stream<Arguments> nonsense() {
    var longLine = "x".repeat(10 << 20);
    return Stream.of(
        Arguments.of(
            "another content type", true, RawServer.head("text/html") + "<html>", "content-type"),
        Arguments.of("no content type", false, RawServer.head("") + "{}", "content-type"),
        Arguments.of("events that are no JSON", true, EVENTS + "data: {no\n\n", "not-json"),
        Arguments.of("an event that is a list", true, EVENTS + "data: []\n\n", "not-json"),
        Arguments.of("a piece of nothing", true, EVENTS + START + PIECE, "out-of-order"),
        Arguments.of("an end without a beginning", true, EVENTS + STOP, "out-of-order"),
        Arguments.of("a line of 10 MB", true, EVENTS + "data: " + longLine, "too-long"),
        Arguments.of("10 MB of JSON", false, JSON + "{\"a\":\"" + longLine, "too-long"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("nonsense")
  void aServerThatTalksNonsense(String name, boolean stream, String bytes, String reason)
      throws Exception {
    // What cannot get longer is closed behind, as a server without keep-alive does.
    try (var server =
        reason.equals("too-long") ? RawServer.saying(bytes) : RawServer.closingAfter(bytes)) {
      assertThat(failure(ask(server, stream, LONG))).isEqualTo("capability." + reason);
    }
  }

  @Test
  void aStreamThatNeverEndsIsLeftWhenItIsLongerThanAnyAnswer() throws Exception {
    try (var server = RawServer.flooding(EVENTS + START + BLOCK, PIECE)) {
      assertThat(failure(ask(server, true, LONG))).isEqualTo("capability.too-long");
    }
  }

  @Test
  void aServerThatNeverAnswersIsLeftAfterTheLimit() throws Exception {
    try (var server = RawServer.silent()) {
      var exchange = ask(server, false, SHORT);

      assertThat(failure(exchange)).isEqualTo("capability.silent");
      assertThat(((Outcome.Failed) exchange.outcome()).silent()).isTrue();
      assertThat(exchange.evidence().status()).isEmpty();
    }
  }

  /// Each byte would put off a limit on silence alone.
  @Test
  void aServerThatDripsForEverIsLeftAfterTheLimit() throws Exception {
    try (var server = RawServer.dripping(EVENTS + START, ": still here\n\n")) {
      var exchange = ask(server, true, SHORT);

      assertThat(failure(exchange)).isEqualTo("capability.silent");
      assertThat(exchange.evidence().received()).contains("message_start", "still here");
    }
  }

  @Test
  void nobodyThere() throws Exception {
    var server = RawServer.silent();
    server.close();

    try (var client = new ProbingClient(server.url(), Access::open)) {
      assertThat(failure(client.ask(question(false), LONG, Cancellation.NEVER)))
          .isEqualTo("capability.unreachable");
    }
  }

  @Test
  void aWishToStopEndsTheExchange() throws Exception {
    try (var server = RawServer.silent();
        var client = new ProbingClient(server.url(), Access::open)) {
      assertThatExceptionOfType(PortException.class)
          .isThrownBy(() -> client.ask(question(true), LONG, Wish.onceAsked(server)))
          .satisfies(e -> assertThat(e.kind()).isEqualTo(PortException.Kind.CANCELLED));
      server.assertLeftAlone();
    }
  }

  @Test
  void aStreamedCallIsPutTogetherFromItsPieces() throws Exception {
    var use =
        event(
            "{'type':'content_block_start','index':0,'content_block':{'type':'tool_use','id':'t1','name':'Bash','input':{}}}");
    var pieces =
        event(
                "{'type':'content_block_delta','index':0,'delta':{'type':'input_json_delta','partial_json':'{\\\"command\\\":'}}")
            + "event: ping\ndata: {\"type\":\"ping\"}\n\n"
            + event(
                "{'type':'content_block_delta','index':0,'delta':{'type':'input_json_delta','partial_json':'\\\"ls\\\"}'}}");
    var end =
        event(
            "{'type':'message_delta','delta':{'stop_reason':'tool_use'},'usage':{'input_tokens':99}}");
    // It goes on listening behind the end, which nobody waits for.
    try (var server = RawServer.saying(EVENTS + START + use + pieces + end + STOP)) {
      var answer = answer(ask(server, true, LONG));

      assertThat(answer.content())
          .containsExactly(new Block.ToolUse("t1", "Bash", Optional.of(Map.of("command", "ls"))));
      assertThat(answer.stopReason()).isEqualTo("tool_use");
      assertThat(answer.promptTokens()).isEqualTo(99);
      assertThat(answer.pieces()).isEqualTo(2);
    }
  }

  @Test
  void anErrorInMidStreamIsARefusal() throws Exception {
    var error = event("{'type':'error','error':{'type':'overloaded_error','message':'busy'}}");
    try (var server = RawServer.saying(EVENTS + START + error)) {
      assertThat(ask(server, true, LONG).outcome())
          .isEqualTo(new Outcome.Refused(200, "overloaded_error", "busy"));
    }
  }

  @Test
  void evidenceIsShortAndHasNoKey() throws Exception {
    var body =
        "HTTP/1.1 401 No\r\nConnection: close\r\n\r\n{\"error\":\"bad key sk-ant-made-up-1\"}";
    try (var server = RawServer.closingAfter(body + " ".repeat(50_000))) {
      var question =
          new Question("/v1/messages", Map.of("model", "m", "system", "word ".repeat(10_000)));
      try (var client = new ProbingClient(server.url(), Access::open)) {
        var evidence = client.ask(question, LONG, Cancellation.NEVER).evidence();

        assertThat(evidence.status()).contains(401);
        assertThat(evidence.received()).contains("sk-…").doesNotContain("made-up");
        assertThat(evidence.received().length()).isLessThan(Shortened.MOST_CHARACTERS + 50);
        assertThat(evidence.sent()).contains("(50000 characters)").hasSizeLessThan(500);
      }
    }
  }

  private static Exchange ask(RawServer server, boolean stream, Duration limit) throws Exception {
    try (var client = new ProbingClient(server.url(), Access::open)) {
      var exchange = client.ask(question(stream), limit, Cancellation.NEVER);
      server.assertLeftAlone();
      return exchange;
    }
  }

  private static Question question(boolean stream) {
    return new Question(
        "/v1/messages", Map.of("model", "m", "messages", List.of(), "stream", stream));
  }

  private static String failure(Exchange exchange) {
    assertThat(exchange.outcome()).isInstanceOf(Outcome.Failed.class);
    return ((Outcome.Failed) exchange.outcome()).reason().key();
  }

  private static Answer answer(Exchange exchange) {
    assertThat(exchange.outcome()).isInstanceOf(Outcome.Answered.class);
    return ((Outcome.Answered) exchange.outcome()).answer();
  }

  private static String event(String json) {
    return "data: " + json.replace('\'', '"') + "\n\n";
  }
}
