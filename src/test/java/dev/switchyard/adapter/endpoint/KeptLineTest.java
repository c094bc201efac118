package dev.switchyard.adapter.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.switchyard.domain.Cancellation;
import dev.switchyard.domain.Known;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.PortException.Kind;
import dev.switchyard.domain.endpoint.EndpointKind;
import dev.switchyard.domain.endpoint.EndpointUrl;
import dev.switchyard.domain.endpoint.detect.Inquiry.Question;
import dev.switchyard.domain.endpoint.profile.Access;
import dev.switchyard.domain.endpoint.profile.Accesses;
import dev.switchyard.domain.endpoint.profile.EndpointProfile;
import dev.switchyard.domain.endpoint.profile.TimeLimits;
import dev.switchyard.domain.endpoint.profile.Token;
import dev.switchyard.domain.endpoint.profile.TokenSource;
import dev.switchyard.domain.health.HealthLine.Heard;
import dev.switchyard.domain.health.HealthSubject;
import dev.switchyard.domain.health.HealthWish;
import dev.switchyard.domain.health.Obstacle;
import dev.switchyard.fake.LiveThreads;
import dev.switchyard.fake.RawServer;
import dev.switchyard.fake.RecordedEndpoint;
import dev.switchyard.fake.Wish;
import dev.switchyard.real.TlsIdentity;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptLineTest {
  private static final Question VERSION = new Question("GET", "/api/version");
  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final Duration SHORT = Duration.ofMillis(300);

  @TempDir private Path folder;

  private static Accesses withToken(EndpointUrl url) throws PortException {
    var profile =
        EndpointProfile.of(
            "box",
            EndpointKind.GATEWAY,
            url,
            new TokenSource.Variable("BOX_TOKEN"),
            Optional.empty(),
            TimeLimits.USUAL);
    return asked -> new Access(asked, Optional.of(profile), _ -> Optional.of(Token.of("nobodys")));
  }

  private static KeptLine open(EndpointUrl url, Accesses accesses) throws PortException {
    var wish = new HealthWish(List.of(), false);
    return KeptLine.open(new HealthSubject("box", EndpointKind.OLLAMA, url, wish), accesses);
  }

  private static Heard ask(EndpointUrl url, Duration limit) throws PortException {
    try (var line = open(url, Access::open)) {
      return line.ask(VERSION, true, limit, Cancellation.NEVER);
    }
  }

  private static EndpointUrl url(String text) {
    return EndpointUrl.parse(text).orElseThrow();
  }

  @Test
  void theConnectionIsKeptAndTheTokenGoesAlongWhereItIsMeantTo() throws Exception {
    var threads = LiveThreads.now();
    try (var server = RecordedEndpoint.start("ollama")) {
      try (var line = open(server.url(), withToken(server.url()))) {
        assertThat(line.hasToken()).isEqualTo(Known.of(true));
        assertThat(line.ask(VERSION, true, LIMIT, Cancellation.NEVER))
            .isInstanceOfSatisfying(
                Heard.Answered.class,
                first -> {
                  assertThat(first.connected()).isTrue();
                  assertThat(first.response().body()).contains("0.32.15");
                });
        assertThat(line.ask(VERSION, false, LIMIT, Cancellation.NEVER))
            .isInstanceOfSatisfying(
                Heard.Answered.class, second -> assertThat(second.connected()).isFalse());
      }
      assertThat(server.credentials).containsExactly("Bearer nobodys", "nobodys");
    }
    threads.assertNoMore();
  }

  @Test
  void aTokenThatCannotBeReadKeepsNobodyFromAsking() throws Exception {
    try (var server = RecordedEndpoint.start("ollama")) {
      var profile = withToken(server.url()).to(server.url()).profile();
      Accesses broken =
          asked ->
              new Access(
                  asked,
                  profile,
                  _ -> {
                    throw new PortException(Kind.MISSING, Obstacle.TIMEOUT.text(asked));
                  });
      try (var line = open(server.url(), broken)) {
        assertThat(line.hasToken()).isInstanceOf(Known.Unknown.class);
        assertThat(line.ask(VERSION, true, LIMIT, Cancellation.NEVER))
            .isInstanceOf(Heard.Answered.class);
      }
      assertThat(server.credentials).isEmpty();
    }
  }

  @Test
  void theTokenDoesNotFollowARedirect() throws Exception {
    try (var elsewhere = RecordedEndpoint.start("ollama");
        var server =
            RawServer.closingAfter(
                "HTTP/1.1 307 Temporary Redirect\r\nLocation: "
                    + elsewhere.url()
                    + "/api/version\r\nContent-Length: 0\r\n\r\n")) {
      try (var line = open(server.url(), withToken(server.url()))) {
        assertThat(line.ask(VERSION, true, LIMIT, Cancellation.NEVER))
            .isInstanceOfSatisfying(
                Heard.Answered.class,
                answer -> assertThat(answer.response().status()).isEqualTo(307));
      }
      assertThat(elsewhere.credentials).isEmpty();
      server.assertLeftAlone();
    }
  }

  @Test
  void badServersAreNamed() throws Exception {
    try (var dying = RawServer.dyingAfter("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf");
        var closing = RawServer.closingAfter("");
        var other = RawServer.closingAfter("220 mail.example ESMTP\r\n\r\n")) {
      assertThat(ask(dying.url(), LIMIT)).isEqualTo(new Heard.Failed(Obstacle.BROKE_OFF));
      assertThat(ask(closing.url(), LIMIT)).isEqualTo(new Heard.Failed(Obstacle.BROKE_OFF));
      assertThat(ask(other.url(), LIMIT)).isEqualTo(new Heard.Failed(Obstacle.NOT_HTTP));
      for (var server : List.of(dying, closing, other)) {
        server.assertLeftAlone();
      }
    }
  }

  @Test
  void aServerThatDawdlesIsLeftWhenItsTimeIsUp() throws Exception {
    var threads = LiveThreads.now();
    try (var silent = RawServer.silent();
        var dripping = RawServer.dripping(RawServer.JSON, " ")) {
      assertThat(ask(silent.url(), SHORT)).isEqualTo(new Heard.Failed(Obstacle.TIMEOUT));
      assertThat(ask(dripping.url(), SHORT)).isEqualTo(new Heard.Failed(Obstacle.TIMEOUT));
      silent.assertLeftAlone();
      dripping.assertLeftAlone();
    }
    threads.assertNoMore();
  }

  @Test
  void whereNobodyListensAndWhatNobodyKnowsIsNamed() throws Exception {
    int free;
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      free = socket.getLocalPort();
    }
    assertThat(ask(url("http://127.0.0.1:" + free), LIMIT))
        .isEqualTo(new Heard.Failed(Obstacle.REFUSED));
    assertThat(ask(url("http://nobody.invalid:11434"), LIMIT))
        .isEqualTo(new Heard.Failed(Obstacle.NO_SUCH_HOST));
  }

  @Test
  void whatIsWrongWithAnEncryptedConnectionIsNamed() throws Exception {
    var identity = TlsIdentity.make(folder);
    var server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(identity.context()));
    server.start();
    try (var plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var answering = Thread.ofVirtual().start(() -> refuseInPlainText(plain));
      // The certificate names the address, and not this name of it.
      var url = url("https://localhost:" + server.getAddress().getPort());
      assertThat(ask(url, LIMIT)).isEqualTo(new Heard.Failed(Obstacle.TLS_AUTHORITY));
      var profile =
          EndpointProfile.of(
              "box",
              EndpointKind.GATEWAY,
              url,
              new TokenSource.None(),
              Optional.of(identity.certificate()),
              TimeLimits.USUAL);
      Accesses trusting = asked -> new Access(asked, Optional.of(profile), _ -> Optional.empty());
      try (var line = open(url, trusting)) {
        assertThat(line.ask(VERSION, true, LIMIT, Cancellation.NEVER))
            .as("the authority is trusted, and vouches for other hosts")
            .isEqualTo(new Heard.Failed(Obstacle.TLS_HOST));
      }
      assertThat(ask(url("https://127.0.0.1:" + plain.getLocalPort()), LIMIT))
          .isEqualTo(new Heard.Failed(Obstacle.TLS_NONE));
      answering.join();
    } finally {
      server.stop(0);
    }
  }

  private static void refuseInPlainText(ServerSocket listening) {
    try (var client = listening.accept()) {
      client.getInputStream().read();
      client
          .getOutputStream()
          .write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.UTF_8));
    } catch (IOException _) {
      // The client has seen enough.
    }
  }

  @Test
  void aWishToStopEndsItWhereverItComes() throws Exception {
    var threads = LiveThreads.now();
    for (int seed = 0; seed < 20; seed++) {
      int bytes = new Random(seed).nextInt(60);
      var wish = new Wish();
      try (var server = stoppingAfter(bytes, wish);
          var line = open(server.url(), Access::open)) {
        assertThatThrownBy(() -> line.ask(VERSION, true, LIMIT, wish))
            .as("seed %d", seed)
            .isInstanceOfSatisfying(
                PortException.class, e -> assertThat(e.kind()).isEqualTo(Kind.CANCELLED));
        server.assertLeftAlone();
      }
    }
    threads.assertNoMore();
  }

  private static RawServer stoppingAfter(int bytes, Wish wish) throws IOException {
    var answer = "HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n" + "x".repeat(60);
    return RawServer.start(client -> {
      client.getOutputStream().write(answer.substring(0, bytes).getBytes(StandardCharsets.UTF_8));
      client.getOutputStream().flush();
      wish.stop();
    });
  }
}
