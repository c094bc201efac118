package dev.switchyard.domain.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchyard.domain.Cancellation;
import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.PortException.Kind;
import dev.switchyard.domain.endpoint.EndpointKind;
import dev.switchyard.domain.endpoint.EndpointUrl;
import dev.switchyard.domain.probe.MessageEvent;
import dev.switchyard.domain.probe.MessageEvent.Arrived;
import dev.switchyard.domain.probe.MessagesEndpoint;
import dev.switchyard.fake.ScriptedServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class CheckHealthTest {
  private static final String MISSING_FIELD =
      "{\"type\":\"error\",\"error\":{\"type\":\"invalid_request_error\",\"message\":\"model is"
          + " required\"}}";
  private static final String LIST =
      "{\"object\":\"list\",\"data\":[{\"id\":\"qwen3:8b\",\"object\":\"model\"},{\"id\":\"agent:latest\"}]}";
  private static final Message UNSET = Message.of("endpoint.token.not-set");

  private final ScriptedMessages messages = new ScriptedMessages();
  private final List<Health> news = new ArrayList<>();

  /// One after the other, as a test wants it.
  private static final class OneByOne implements SideBySide {
    @Override
    public <T> void run(List<Work<T>> all, Consumer<? super T> told) throws PortException {
      for (var work : all) {
        work.run(told);
      }
    }
  }

  private static final class ScriptedMessages implements MessagesEndpoint {
    private final List<Question> asked = new ArrayList<>();

    @Override
    public Reply ask(Question question, Cancellation cancellation) {
      asked.add(question);
      return new Reply(
          200,
          "text/event-stream",
          "",
          List.of(
              new Arrived(new MessageEvent.Piece(0, "text_delta", "Hello"), Duration.ofMillis(40)),
              new Arrived(new MessageEvent.Stopped(), Duration.ofMillis(50))),
          Duration.ofMillis(50));
    }
  }

  private Health check(EndpointKind kind, ScriptedLine line, HealthWish wish) throws PortException {
    var subject = new HealthSubject("box", kind, EndpointUrl.DEFAULT, wish);
    var rows = use(_ -> line).check(List.of(subject), news::add, Cancellation.NEVER);
    assertThat(line.isClosed()).isTrue();
    assertThat(news.getLast()).isEqualTo(rows.getFirst()).returns(true, Health::isComplete);
    return rows.getFirst();
  }

  private CheckHealth use(HealthLine.Opener lines) {
    return new CheckHealth(
        lines, messages, new ScriptedServer()::at, new OneByOne(), HealthLimits.USUAL);
  }

  private static HealthWish wish(String... models) {
    return new HealthWish(List.of(models), false);
  }

  private static ScriptedLine open() {
    return new ScriptedLine(Known.of(false)).at("/v1/messages", 400, MISSING_FIELD);
  }

  @Test
  void aServerThatAsksForNothingIsWell() throws Exception {
    var line = open().at("/v1/models", 200, LIST);
    var health = check(EndpointKind.OLLAMA, line, wish("agent"));
    assertThat(health)
        .returns(Known.of(new Reach.Answers()), Health::reach)
        .returns(Known.of(Admission.NOT_ASKED), Health::admission)
        .returns(Known.of(true), Health::speaksMessages)
        .returns(Known.of(List.of("qwen3:8b", "agent:latest")), Health::listed)
        .returns(Known.of(List.of(new ModelPresence.Listed("agent"))), Health::models)
        .returns(
            Known.of(new Latency(Duration.ofMillis(3), Duration.ofMillis(3), true)),
            Health::latency)
        .returns(Health.Verdict.WELL, Health::verdict);
    assertThat(messages.asked).as("no model computes unasked").isEmpty();
    assertThat(news.getFirst().isComplete()).isFalse();
  }

  @Test
  void whatPassesWithTheTokenAloneIsLetInByIt() throws Exception {
    // As LiteLLM without a database: 500 without the key.
    var line =
        new ScriptedLine(Known.of(true))
            .withToken("/v1/messages", 400, MISSING_FIELD)
            .withoutToken("/v1/messages", 500, "Internal Server Error");
    assertThat(check(EndpointKind.GATEWAY, line, wish()))
        .returns(Known.of(Admission.ADMITTED), Health::admission)
        .returns(Known.of(true), Health::speaksMessages);
  }

  @Test
  void aTokenThatNobodyWantsIsNotCalledAccepted() throws Exception {
    var line = new ScriptedLine(Known.of(true)).at("/v1/messages", 400, MISSING_FIELD);
    assertThat(check(EndpointKind.GATEWAY, line, wish()).admission())
        .isEqualTo(Known.of(Admission.NOT_ASKED));
  }

  @Test
  void aClosedDoorIsNamed() throws Exception {
    for (boolean token : List.of(true, false)) {
      var line =
          new ScriptedLine(Known.of(token))
              .at("/v1/messages", 401, "{\"error\":{\"message\":\"Invalid API Key\"}}")
              .at("/v1/models", 401, "");
      var health = check(EndpointKind.LLAMA_SERVER, line, wish("agent"));
      assertThat(health.admission()).isEqualTo(Known.of(Admission.REFUSED));
      assertThat(health.objections())
          .containsExactly(Message.of("endpoint.health.not-admitted", "box"));
    }
  }

  @Test
  void aTokenThatCannotBeReadIsTheReason() throws Exception {
    var line = new ScriptedLine(Known.unknown(UNSET)).at("/v1/messages", 401, "{}");
    var health = check(EndpointKind.VLLM, line, wish());
    assertThat(health.admission()).isEqualTo(Known.unknown(UNSET));
    assertThat(health.objections()).contains(UNSET);
  }

  @Test
  void aStatusThatMayMeanAnythingIsNotGuessed() throws Exception {
    // As LiteLLM without a database: 400 where the key is wrong.
    var line =
        new ScriptedLine(Known.of(true))
            .at("/v1/messages", 400, "{\"error\":{\"message\":\"No connected db.\"}}");
    assertThat(check(EndpointKind.GATEWAY, line, wish()).admission())
        .isEqualTo(Known.unknown(Message.of("endpoint.health.unclear-gateway", "box", 400)));
  }

  @Test
  void aRedirectIsNotFollowedAndNamed() throws Exception {
    var line = new ScriptedLine(Known.of(true)).at("/v1/messages", 307, "");
    assertThat(check(EndpointKind.VLLM, line, wish()).admission())
        .isEqualTo(Known.unknown(Message.of("endpoint.health.redirects", "box", 307)));
  }

  @Test
  void withoutTheMessagesApiTheListOfModelsTells() throws Exception {
    var line =
        new ScriptedLine(Known.of(true))
            .withToken("/v1/models", 200, LIST)
            .withoutToken("/v1/models", 401, "");
    assertThat(check(EndpointKind.VLLM, line, wish()))
        .returns(Known.of(false), Health::speaksMessages)
        .returns(Known.of(Admission.ADMITTED), Health::admission);
  }

  @Test
  void llamaServerAnswersEveryNameUnlessItIsARouter() throws Exception {
    var list = "{\"data\":[{\"id\":\"served.gguf\",\"meta\":{\"a\":[1]}}]}";
    var alone = open().at("/v1/models", 200, list).at("/props", 200, "{\"total_slots\":4}");
    assertThat(check(EndpointKind.LLAMA_SERVER, alone, wish("served.gguf", "other")).models())
        .isEqualTo(
            Known.of(
                List.of(
                    new ModelPresence.Listed("served.gguf"),
                    new ModelPresence.AnswersEveryName("other", "served.gguf"))));
    var router = open().at("/v1/models", 200, list).at("/props", 200, "{\"role\":\"router\"}");
    assertThat(check(EndpointKind.LLAMA_SERVER, router, wish("other")).models())
        .isEqualTo(Known.of(List.of(new ModelPresence.Missing("other"))));
    var mute = open().at("/v1/models", 200, list);
    assertThat(check(EndpointKind.LLAMA_SERVER, mute, wish("other")).models())
        .isInstanceOf(Known.Unknown.class);
  }

  @Test
  void whatAListDoesNotSayIsNotSaid() throws Exception {
    var whole = open().at("/v1/models", 200, LIST);
    assertThat(check(EndpointKind.VLLM, whole, wish("agent")).models())
        .as("only Ollama leaves :latest out")
        .isEqualTo(Known.of(List.of(new ModelPresence.Missing("agent"))));
    for (var list :
        List.of(
            LIST.substring(0, 60),
            "{\"data\":[{\"id\":\"openai/*\"}]}",
            "<html>",
            "[]",
            "{}",
            "{\"data\":7}")) {
      assertThat(
              check(EndpointKind.GATEWAY, open().at("/v1/models", 200, list), wish("agent"))
                  .models())
          .as(list)
          .isInstanceOf(Known.Unknown.class);
    }
  }

  @Test
  void aServerThatFallsSilentIsAskedNothingMore() throws Exception {
    var line = open().at("/api/version", 200, "{}").failing("/v1/models", Obstacle.TIMEOUT);
    var health = check(EndpointKind.OLLAMA, line, wish());
    assertThat(line.asked.getLast()).isEqualTo("/v1/models");
    assertThat(health.reach()).isEqualTo(Known.of(new Reach.Answers()));
    assertThat(health.objections()).containsExactly(Obstacle.TIMEOUT.text(EndpointUrl.DEFAULT));
  }

  @Test
  void whereNothingAnswersNothingElseIsAsked() throws Exception {
    var line = open().failing("/health", Obstacle.TLS_HOST);
    var health = check(EndpointKind.VLLM, line, new HealthWish(List.of("agent"), true));
    assertThat(line.asked).hasSize(1);
    assertThat(messages.asked).isEmpty();
    assertThat(health)
        .returns(Health.Verdict.UNREACHABLE, Health::verdict)
        .returns(
            Known.unknown(Message.of("endpoint.health.not-reached", "box")), Health::firstToken);
  }

  @Test
  void theWishedModelIsAskedForItsFirstToken() throws Exception {
    var line = open().at("/v1/models", 200, LIST);
    var health = check(EndpointKind.OLLAMA, line, new HealthWish(List.of("agent"), true));
    assertThat(health.firstToken())
        .isEqualTo(Known.of(new FirstToken("agent", Duration.ofMillis(40), Known.of(false))));
    assertThat(messages.asked).hasSize(1);
    assertThat(messages.asked.getFirst().body()).contains("\"agent\"", "\"stream\":true");
  }

  @Test
  void ofSeveralModelsNoneIsChosenAndNoCloudIsCharged() throws Exception {
    var several = open().at("/v1/models", 200, LIST);
    assertThat(check(EndpointKind.OLLAMA, several, new HealthWish(List.of(), true)).firstToken())
        .isEqualTo(Known.unknown(Message.of("endpoint.health.first-token-which", "box")));
    var cloud = open().at("/v1/models", 200, "{\"data\":[{\"id\":\"glm-5:cloud\"}]}");
    assertThat(check(EndpointKind.OLLAMA, cloud, new HealthWish(List.of(), true)).firstToken())
        .isEqualTo(Known.unknown(Message.of("endpoint.health.first-token-cloud", "glm-5:cloud")));
    assertThat(messages.asked).isEmpty();
  }

  @Test
  void whatCannotBeOpenedIsNamedAndTheOthersAreChecked() throws Exception {
    var bad = new HealthSubject("bad", EndpointKind.VLLM, EndpointUrl.DEFAULT, wish());
    var good = new HealthSubject("good", EndpointKind.OLLAMA, EndpointUrl.DEFAULT, wish());
    var rows =
        use(
                subject -> {
                  if (subject.equals(bad)) {
                    throw new PortException(Kind.MISSING, UNSET);
                  }
                  return open().at("/v1/models", 200, LIST);
                })
            .check(List.of(bad, good), news::add, Cancellation.NEVER);
    assertThat(rows.getFirst())
        .returns(Known.unknown(UNSET), Health::reach)
        .returns(Health.Verdict.NOT_WELL, Health::verdict)
        .returns(List.of(UNSET), Health::objections);
    assertThat(rows.get(1).verdict()).isEqualTo(Health.Verdict.WELL);
  }

  @Test
  void aWishToStopEndsTheCheck() {
    var subject = new HealthSubject("box", EndpointKind.VLLM, EndpointUrl.DEFAULT, wish());
    assertThatThrownBy(() ->
            use(
                    _ -> {
                      throw new PortException(Kind.CANCELLED, UNSET);
                    })
                .check(List.of(subject), news::add, Cancellation.NEVER))
        .isInstanceOfSatisfying(
            PortException.class, e -> assertThat(e.kind()).isEqualTo(Kind.CANCELLED));
  }
}
