package dev.switchyard.adapter.listed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.adapter.ollama.OllamaServer;
import dev.switchyard.domain.Known;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.endpoint.EndpointKind;
import dev.switchyard.domain.endpoint.EndpointUrl;
import dev.switchyard.domain.endpoint.profile.Access;
import dev.switchyard.domain.endpoint.profile.EndpointProfile;
import dev.switchyard.domain.endpoint.profile.TimeLimits;
import dev.switchyard.domain.endpoint.profile.Token;
import dev.switchyard.domain.endpoint.profile.TokenSource;
import dev.switchyard.domain.fit.ShapeStore;
import dev.switchyard.domain.model.InstalledModel;
import dev.switchyard.domain.model.ModelServer;
import dev.switchyard.fake.RawServer;
import dev.switchyard.fake.RecordedEndpoint;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// The contract, and what goes wrong, against recorded answers.
class RecordedServersTest {
  private static final String SECRET = "t0ken-of-nobody";

  static Access access(EndpointKind kind, EndpointUrl url, Duration answer) throws PortException {
    var profile =
        EndpointProfile.of(
            "one",
            kind,
            url,
            new TokenSource.Variable("TEAM_TOKEN"),
            Optional.empty(),
            new TimeLimits(Duration.ofSeconds(20), answer));
    return new Access(url, Optional.of(profile), _ -> Optional.of(Token.of(SECRET)));
  }

  abstract static class Recorded extends ModelServerContract {
    private final String file;
    private final EndpointKind kind;
    private final String model;
    RecordedEndpoint endpoint;
    private ModelServer server;

    Recorded(String file, EndpointKind kind, String model) {
      this.file = file;
      this.kind = kind;
      this.model = model;
    }

    @BeforeEach
    void start() throws Exception {
      endpoint = RecordedEndpoint.start(file);
      var access = access(kind, endpoint.url(), Duration.ofSeconds(20));
      server =
          kind == EndpointKind.OLLAMA
              ? new OllamaServer(access, ShapeStore.NONE)
              : ListingServer.to(access);
    }

    @AfterEach
    void stop() throws Exception {
      ((AutoCloseable) server).close();
      endpoint.close();
    }

    @Override
    protected ModelServer server() {
      return server;
    }

    @Override
    protected String model() {
      return model;
    }

    InstalledModel listed() throws PortException {
      return server.installed().stream()
          .filter(one -> one.name().toString().equals(model))
          .findFirst()
          .orElseThrow();
    }

    @Test
    void everyRequestHasItsToken() throws PortException {
      var _ = server.installed();
      assertThat(endpoint.credentials).contains("Bearer " + SECRET, SECRET);
    }
  }

  @Nested
  class LmStudio extends Recorded {
    LmStudio() {
      super("lm-studio", EndpointKind.LM_STUDIO, "qwen/qwen3-coder-30b");
    }

    @Test
    void itTellsSizeAndContexts() throws PortException {
      assertThat(listed().bytes()).isEqualTo(Known.of(18_632_000_000L));
      assertThat(listed().trainedContext()).isEqualTo(Known.of(262_144));
      assertThat(listed().configuredContext()).isEqualTo(Known.of(65_536));
      assertThat(listed().quantization()).isEqualTo("Q4_K_M");
    }
  }

  @Nested
  class LlamaServer extends Recorded {
    LlamaServer() {
      super("llama-server", EndpointKind.LLAMA_SERVER, "/models/agent.gguf");
    }

    @Test
    void itTellsSizeAndContexts() throws PortException {
      assertThat(listed().bytes()).isEqualTo(Known.of(787_200L));
      assertThat(listed().trainedContext()).isEqualTo(Known.of(131_072));
      assertThat(listed().quantization()).isEqualTo("F16");
    }
  }

  @Nested
  class Vllm extends Recorded {
    Vllm() {
      super("vllm", EndpointKind.VLLM, "Qwen/Qwen3-Coder-30B-A3B-Instruct");
    }

    @Test
    void itTellsItsVersionAndTheContextThatItServesWith() throws PortException {
      assertThat(server().release()).isEqualTo(Known.of("0.19.0"));
      assertThat(listed().configuredContext()).isEqualTo(Known.of(131_072));
      assertThat(listed().bytes()).isInstanceOf(Known.Unknown.class);
    }
  }

  @Nested
  class LiteLlm extends Recorded {
    LiteLlm() {
      super("litellm", EndpointKind.GATEWAY, "agent");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "401, DENIED, server.error.token-refused",
    "403, DENIED, server.error.token-refused",
    "404, MISSING, server.error.no-such-path",
    "500, FAILED, server.error.status"
  })
  void aRefusalIsToldAsWhatItIs(int status, PortException.Kind kind, String key) throws Exception {
    var answer =
        "HTTP/1.1 %d No\r\nContent-Length: 5\r\nConnection: close\r\n\r\n<html".formatted(status);
    try (var server = RawServer.saying(answer)) {
      var failure = failure(server, Duration.ofSeconds(20));
      assertThat(failure.kind()).isEqualTo(kind);
      assertThat(failure.text().key()).isEqualTo(key);
      assertThat(failure.text().toString()).doesNotContain("html", SECRET);
    }
  }

  enum Nonsense {
    PAGE("<html>Sign in</html>"),
    NOTHING(""),
    HALF("{\"data\":[{\"id\":"),
    OTHER("{\"data\":{\"id\":\"a\"}}"),
    LIST("[1]"),
    NUMBER("7");

    private final String body;

    Nonsense(String body) {
      this.body = body;
    }
  }

  @ParameterizedTest
  @EnumSource(Nonsense.class)
  void whatIsNoListIsNotTakenForOne(Nonsense nonsense) throws Exception {
    try (var server = RawServer.closingAfter(RawServer.JSON + nonsense.body)) {
      assertThat(failure(server, Duration.ofSeconds(20)).kind())
          .isEqualTo(PortException.Kind.MALFORMED);
    }
  }

  @Test
  void norIsAnAnswerWithoutEnd() throws Exception {
    try (var server = RawServer.flooding(RawServer.JSON + "{\"data\":[", " ".repeat(1 << 16))) {
      assertThat(failure(server, Duration.ofSeconds(60)).kind())
          .isEqualTo(PortException.Kind.MALFORMED);
    }
  }

  @Test
  void entriesOfOtherTypesAreLeftOut() throws Exception {
    var list = "{\"data\":[7,{\"id\":3},{\"id\":\"a b\"},{\"id\":\"a/B\",\"meta\":\"x\"}]}";
    try (var server = RawServer.closingAfter(RawServer.JSON + list);
        var asked =
            ListingServer.to(
                access(EndpointKind.LLAMA_SERVER, server.url(), Duration.ofSeconds(20)))) {
      assertThat(asked.installed()).extracting(one -> one.name().toString()).containsExactly("a/B");
    }
  }

  @Test
  void thePersonsLimitEndsTheWaiting() throws Exception {
    try (var server = RawServer.silent()) {
      assertThat(failure(server, Duration.ofSeconds(1)).kind())
          .isEqualTo(PortException.Kind.TIMEOUT);
    }
  }

  private static PortException failure(RawServer server, Duration answer)
      throws PortException, IOException {
    try (var asked = ListingServer.to(access(EndpointKind.GATEWAY, server.url(), answer))) {
      var models = asked.installed();
      throw new AssertionError("listed " + models);
    } catch (PortException e) {
      return e;
    }
  }
}
