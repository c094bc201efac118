package dev.switchyard.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.switchyard.adapter.ollama.OllamaServer;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.PortException.Kind;
import dev.switchyard.domain.endpoint.EndpointKind;
import dev.switchyard.domain.endpoint.EndpointUrl;
import dev.switchyard.domain.endpoint.Version;
import dev.switchyard.domain.endpoint.profile.Access;
import dev.switchyard.domain.endpoint.profile.EndpointProfile;
import dev.switchyard.domain.endpoint.profile.TimeLimits;
import dev.switchyard.domain.endpoint.profile.Token;
import dev.switchyard.domain.endpoint.profile.TokenSource;
import dev.switchyard.domain.fit.ShapeStore;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Connections to servers that ask for a token, or whose certificates only a team's own authority
/// vouches for.
class AccessTest {
  private static final HeldCertificate AUTHORITY =
      new HeldCertificate.Builder().commonName("team").certificateAuthority(0).build();
  private static final String SECRET = "t0ken-of-nobody";

  @TempDir Path folder;

  private final List<String> headers = new CopyOnWriteArrayList<>();
  private HttpsServer server;

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void aTeamsAuthorityIsTrustedWhereThePersonSaysSo() throws Exception {
    serve(held("localhost"));
    assertThat(ask(Optional.of(file(AUTHORITY.certificatePem())), "localhost"))
        .isEqualTo(Version.of(0, 32, 15));
    assertThat(headers).containsExactly("Bearer " + SECRET, SECRET);
  }

  @Test
  void otherwiseNothingIsSentToIt() throws Exception {
    serve(held("localhost"));
    assertRefused(Optional.empty(), "localhost", "endpoint.obstacle.tls-unknown-authority");
  }

  @Test
  void anotherAuthoritysWordDoesNotCount() throws Exception {
    serve(held("localhost"));
    var other = new HeldCertificate.Builder().certificateAuthority(0).build();
    assertRefused(
        Optional.of(file(other.certificatePem())),
        "localhost",
        "endpoint.obstacle.tls-unknown-authority");
  }

  @Test
  void anExpiredCertificateIsToldAsOne() throws Exception {
    serve(
        builder("localhost")
            .validityInterval(
                Instant.parse("2020-01-01T00:00:00Z").toEpochMilli(),
                Instant.parse("2020-02-01T00:00:00Z").toEpochMilli())
            .build());
    assertRefused(
        Optional.of(file(AUTHORITY.certificatePem())),
        "localhost",
        "endpoint.obstacle.tls-expired");
  }

  @Test
  void aCertificateOfAnotherHostIsToldAsOne() throws Exception {
    serve(held("other.example"));
    assertRefused(
        Optional.of(file(AUTHORITY.certificatePem())),
        "localhost",
        "endpoint.obstacle.tls-wrong-host");
  }

  @Test
  void aFileWithoutCertificatesIsNamed() throws Exception {
    serve(held("localhost"));
    assertRefused(Optional.of(file("nothing")), "localhost", "server.error.ca-malformed");
    assertRefused(
        Optional.of(folder.resolve("absent.pem")), "localhost", "server.error.ca-unreadable");
  }

  private void assertRefused(Optional<Path> authorities, String host, String key) {
    assertThatExceptionOfType(PortException.class)
        .isThrownBy(() -> ask(authorities, host))
        .satisfies(e -> assertThat(e.text().key()).isEqualTo(key))
        .satisfies(e -> assertThat(e.kind()).isNotEqualTo(Kind.UNREACHABLE));
    assertThat(headers).isEmpty();
  }

  private Version ask(Optional<Path> authorities, String host) throws PortException {
    var url = EndpointUrl.read("https://" + host + ":" + server.getAddress().getPort());
    var profile =
        EndpointProfile.of(
            "team",
            EndpointKind.OLLAMA,
            url,
            new TokenSource.Variable("TEAM_TOKEN"),
            authorities,
            new TimeLimits(Duration.ofSeconds(20), Duration.ofSeconds(20)));
    var access = new Access(url, Optional.of(profile), _ -> Optional.of(Token.of(SECRET)));
    try (var asked = new OllamaServer(access, ShapeStore.NONE)) {
      return asked.version();
    }
  }

  private static HeldCertificate held(String host) {
    return builder(host).build();
  }

  private static HeldCertificate.Builder builder(String host) {
    return new HeldCertificate.Builder().addSubjectAlternativeName(host).signedBy(AUTHORITY);
  }

  private void serve(HeldCertificate held) throws IOException {
    var certificates = new HandshakeCertificates.Builder().heldCertificate(held).build();
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    server.setHttpsConfigurator(new HttpsConfigurator(certificates.sslContext()));
    server.createContext(
        "/",
        exchange -> {
          headers.addAll(exchange.getRequestHeaders().getOrDefault("Authorization", List.of()));
          headers.addAll(exchange.getRequestHeaders().getOrDefault("x-api-key", List.of()));
          var body = "{\"version\":\"0.32.15\"}".getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }

  private Path file(String content) throws IOException {
    return Files.writeString(folder.resolve("authority.pem"), content);
  }
}
