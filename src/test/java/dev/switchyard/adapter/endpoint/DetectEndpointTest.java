package dev.switchyard.adapter.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.endpoint.EndpointKind;
import dev.switchyard.domain.endpoint.EndpointUrl;
import dev.switchyard.domain.endpoint.detect.DetectEndpoint;
import dev.switchyard.domain.endpoint.detect.Detection;
import dev.switchyard.domain.endpoint.detect.Detection.Certainty;
import dev.switchyard.domain.endpoint.detect.Inquiry.Question;
import dev.switchyard.domain.endpoint.detect.Response;
import dev.switchyard.fake.RawServer;
import dev.switchyard.fake.RecordedEndpoint;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What answers at an address, over real connections to recorded answers.
class DetectEndpointTest {
  private static final Question ROOT = new Question("GET", "/");

  private final DetectEndpoint detect = new DetectEndpoint(new HttpInquiry());

  @ParameterizedTest
  @CsvSource({
    "ollama, OLLAMA, CERTAIN, 0.32.15, true, false",
    "llama-server, LLAMA_SERVER, CERTAIN, , true, false",
    "llama-server-with-key, LLAMA_SERVER, CERTAIN, , , true",
    "litellm, GATEWAY, CERTAIN, , true, false",
    "litellm-without-key, GATEWAY, CERTAIN, , , false",
    "vllm, VLLM, CERTAIN, 0.19.0, true, false",
    "vllm-with-key, VLLM, GUESS, 0.19.0, , true",
    "lm-studio, LM_STUDIO, CERTAIN, , true, false",
  })
  void everyKindIsToldByItsAnswers(
      String file,
      EndpointKind kind,
      Certainty certainty,
      String version,
      Boolean speaks,
      boolean asksForToken)
      throws Exception {
    try (var server = RecordedEndpoint.start(file)) {
      var found = detect.at(server.url());

      assertThat(found.kind()).isEqualTo(Known.of(kind));
      assertThat(found.certainty()).isEqualTo(certainty);
      if (version != null) {
        assertThat(found.version()).isEqualTo(Known.of(version));
      }
      assertThat(found.speaksMessages().toOptional().orElse(null)).isEqualTo(speaks);
      assertThat(found.asksForToken()).isEqualTo(asksForToken);
      assertThat(found.evidence()).isNotEmpty();
      assertThat(server.credentials).as("credentials that were sent").isEmpty();
    }
  }

  @Test
  void anotherProgramIsNoEndpoint() throws Exception {
    try (var server = RecordedEndpoint.start("another-program")) {
      assertThat(detect.at(server.url()))
          .returns(Certainty.NONE, Detection::certainty)
          .returns(Known.of(false), Detection::speaksMessages)
          .returns(List.of(), Detection::evidence);
    }
  }

  @Test
  void whereNobodyListensThatIsSaid() throws Exception {
    EndpointUrl url;
    try (var server = RecordedEndpoint.start("another-program")) {
      url = server.url();
    }
    assertThat(catchThrowableOfType(PortException.class, () -> detect.at(url)).kind())
        .isEqualTo(PortException.Kind.UNREACHABLE);
  }

  @Test
  void aServerThatNeverAnswersIsGivenUp() throws Exception {
    try (var server = RawServer.silent()) {
      var failure =
          catchThrowableOfType(
              PortException.class,
              () ->
                  new HttpInquiry().ask(server.url(), List.of(ROOT, ROOT), Duration.ofMillis(200)));
      assertThat(failure.kind()).isEqualTo(PortException.Kind.TIMEOUT);
    }
  }

  @Test
  void ofAnEndlessAnswerOnlyTheBeginningIsRead() throws Exception {
    try (var server = RawServer.flooding("HTTP/1.1 200 OK\r\n\r\n", "x")) {
      var answers = new HttpInquiry().ask(server.url(), List.of(ROOT), Duration.ofSeconds(30));
      assertThat(answers)
          .singleElement()
          .satisfies(one -> assertThat(one.body()).hasSize(Response.MOST_BYTES));
    }
  }

  @Test
  void whateverIsAnsweredNothingBreaks() throws PortException {
    long seed = 20_261_123;
    var random = new Random(seed);
    var pieces = "{}[]\":,x0-.\\\u0000ünull true \"data\":[{\"owned_by\":\"vllm\"}]";
    for (int round = 0; round < 2_000; round++) {
      var url = EndpointUrl.DEFAULT;
      var found =
          new DetectEndpoint((_, questions, _) ->
              questions.stream()
                  .filter(_ -> random.nextInt(4) > 0)
                  .map(one ->
                      new Response(one, 200 + random.nextInt(300), "", garbage(random, pieces)))
                  .toList())
              .at(url);
      assertThat(found.certainty() == Certainty.NONE)
          .as("seed %d, round %d", seed, round)
          .isEqualTo(found.kind().toOptional().isEmpty());
    }
  }

  private static String garbage(Random random, String pieces) {
    var text = new StringBuilder();
    for (int left = random.nextInt(30); left > 0; left--) {
      int at = random.nextInt(pieces.length());
      text.append(pieces, at, Math.min(pieces.length(), at + 1 + random.nextInt(12)));
    }
    return text.toString();
  }
}
