package dev.switchyard.adapter.anthropic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.switchyard.domain.PortException;
import dev.switchyard.domain.probe.CredentialKind;
import dev.switchyard.domain.probe.WitnessedRequest;
import dev.switchyard.fake.LiveThreads;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class LoopbackWitnessTest {
  private static final String SECRET_WORDS = "The secret word is rhubarb.";

  private final OkHttpClient client = new OkHttpClient();
  private LoopbackWitness witness;

  @BeforeEach
  void open() throws PortException {
    witness = LoopbackWitness.open();
  }

  @AfterEach
  void close() {
    witness.close();
    client.dispatcher().executorService().shutdown();
    client.connectionPool().evictAll();
  }

  @Test
  void itKeepsKindsAndLengthsButNoWordAndNoCredential() throws Exception {
    var body = body("gemma4-claude", "hash 839", SECRET_WORDS, "Bash");

    ask(body, Map.of("Authorization", "Bearer ollama", "X-Api-Key", "sk-ant-made-up"));

    var seen = witness.take().getFirst();
    assertThat(seen.model()).isEqualTo("gemma4-claude");
    assertThat(seen.bytes()).isEqualTo(body.length());
    assertThat(seen.credentials())
        .isEqualTo(
            Map.of("authorization", CredentialKind.PLACEHOLDER, "x-api-key", CredentialKind.CLOUD));
    assertThat(seen.toString()).doesNotContain("rhubarb", "made-up", "hash 839");
  }

  @Test
  void aKeyOfAnthropicsIsSeenInAnyHeader() throws Exception {
    ask(body("m", "s", "hi", "Bash"), Map.of("X-Gateway", "token sk-ant-made-up"));

    assertThat(witness.take().getFirst().credentials())
        .isEqualTo(Map.of("x-gateway", CredentialKind.CLOUD));
  }

  @Test
  void twoConversationsAreTheSameUpToTheFirstWords() throws Exception {
    ask(body("m", "same", "one", "Bash"), Map.of());
    ask(body("m", "same", "two", "Bash"), Map.of());
    ask(body("m", "other", "two", "Bash"), Map.of());
    ask(body("m", "same", "two", "Read"), Map.of());

    var seen = witness.take();
    assertThat(difference(seen, 0, 1)).isEmpty();
    assertThat(difference(seen, 0, 2)).contains("system[0]");
    assertThat(difference(seen, 0, 3)).contains("tools");
    assertThat(witness.take()).as("each is told once").isEmpty();
  }

  private static Optional<String> difference(List<WitnessedRequest> seen, int one, int other) {
    return seen.get(one).prefix().firstDifference(seen.get(other).prefix());
  }

  @Test
  void theFirstAnswerStartsASubAgentOfEveryTier() throws Exception {
    var first = ask(body("m", "s", "hi", "Agent"), Map.of());
    var second = ask(body("m", "s", "hi", "Agent"), Map.of());
    var agents = ask(body("m", "s", "hi", "Agent"), Map.of("x-claude-code-agent-id", "a1"));

    assertThat(first)
        .contains("\\\"model\\\":\\\"haiku\\\"", "\\\"model\\\":\\\"fable\\\"", "\"tool_use\"");
    assertThat(first.split("content_block_start\ndata", -1)).hasSize(6);
    assertThat(List.of(second, agents))
        .allSatisfy(answer -> assertThat(answer).contains("\"text_delta\"", "\"end_turn\""));
    assertThat(witness.take())
        .extracting(WitnessedRequest::subAgent)
        .containsExactly(false, false, true);
  }

  @Test
  void aRequestWithoutStreamingGetsOneObject() throws Exception {
    var answer = ask(body("m", "s", "hi", "Bash").replace("\"stream\":true,", ""), Map.of());

    assertThat(new JsonMapper().readTree(answer).path("content").path(0).path("text").asString())
        .isEqualTo("ok");
  }

  @Test
  void nobodyElseCanSayAnythingToIt() throws Exception {
    var base = URI.create(witness.baseUrl());
    var root = base.resolve("/");

    assertThat(post(root + "v1/messages", "{}")).isEqualTo(404);
    assertThat(post(root + "0123456789abcdef0123456789abcdef/v1/messages", "{}")).isEqualTo(404);
    assertThat(post(base + "/v1/models", "{}")).isEqualTo(404);
    assertThat(post(base + "/v1/messages", "no JSON")).isEqualTo(400);
    assertThat(witness.take()).isEmpty();
    assertThat(base.getHost()).isEqualTo("127.0.0.1");
    assertThat(base.getPath()).matches("/[0-9a-f]{32}");
  }

  @Test
  void itLivesForTheProofOnly() {
    witness.close();

    assertThatExceptionOfType(ConnectException.class)
        .isThrownBy(() -> post(witness.baseUrl() + "/v1/messages", "{}"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "POST /", "POST / HTTP/1.1\r\nContent-Length: 99\r\n\r\n{\"model\":"})
  void whoeverDoesNotFinishIsLeftWithTheProof(String words) throws Exception {
    var before = LiveThreads.now();
    var other = LoopbackWitness.open();
    try (var slow =
        new Socket(InetAddress.getLoopbackAddress(), URI.create(other.baseUrl()).getPort())) {
      slow.setSoTimeout(20_000);
      slow.getOutputStream().write(words.getBytes(StandardCharsets.UTF_8));
      // Once a later one has its answer, the witness knows of this one too.
      post(other.baseUrl() + "/v1/messages", "{}");

      other.close();

      hearsTheEnd(slow);
    }
    before.assertNoMore();
  }

  /// Whatever comes before it. What is closed with words unread says so in its own way.
  ///
  /// @throws SocketTimeoutException if the connection stays open
  private static void hearsTheEnd(Socket client) throws IOException {
    try {
      client.getInputStream().readAllBytes();
    } catch (SocketException _) {
      // It was reset: that is an end too.
    }
  }

  private static String body(String model, String system, String words, String tool) {
    return """
    {"model":"%s","stream":true,"max_tokens":10,\
    "system":[{"type":"text","text":"%s"},{"type":"text","text":"You are an agent"}],\
    "tools":[{"name":"%s","input_schema":{}}],\
    "messages":[{"role":"user","content":"%s"},{"role":"system","content":"the date"}]}\
    """
        .formatted(model, system, tool, words);
  }

  private String ask(String body, Map<String, String> headers) throws IOException {
    var request = new Request.Builder().url(witness.baseUrl() + "/v1/messages?beta=true");
    headers.forEach(request::header);
    try (var answer = client.newCall(request.post(json(body)).build()).execute()) {
      return answer.body().string();
    }
  }

  private int post(String url, String body) throws IOException {
    var request = new Request.Builder().url(url).post(json(body)).build();
    try (var answer = client.newCall(request).execute()) {
      return answer.code();
    }
  }

  private static RequestBody json(String body) {
    return RequestBody.create(body.getBytes(StandardCharsets.UTF_8));
  }
}
