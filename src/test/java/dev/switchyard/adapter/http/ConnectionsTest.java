package dev.switchyard.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.switchyard.domain.endpoint.EndpointUrl;
import dev.switchyard.fake.RawServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import okhttp3.Dns;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionsTest {
  private static final String ANSWER = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

  /// Ollama listens on 127.0.0.1 alone, and `localhost` may mean `::1` first.
  @Test
  void aNameIsTriedAtAllItsAddresses() throws Exception {
    try (var server = RawServer.saying(ANSWER)) {
      assertThat(post(server, addresses("::1", "127.0.0.1"))).isEqualTo("ok");
      assertThat(server.requests()).isEqualTo(1);
      server.assertLeftAlone();
    }
  }

  @Test
  void aServerThatListensOnOneAddressOnlyIsReachedByTheNameOfThisMachine() throws Exception {
    try (var server = RawServer.saying(ANSWER)) {
      assertThat(post(server, Dns.SYSTEM)).isEqualTo("ok");
      assertThat(server.requests()).isEqualTo(1);
    }
  }

  /// Whoever died with the request in its hands may have begun to work on it.
  @ParameterizedTest
  @ValueSource(
      strings = {"", "HTTP/1.1 200 OK\r\n", "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf"})
  void aRequestThatWentOutIsNeverSentAgain(String beginning) throws Exception {
    try (var server = RawServer.dyingAfter(beginning)) {
      assertThatExceptionOfType(IOException.class)
          .isThrownBy(() -> post(server, addresses("127.0.0.1", "127.0.0.1")));
      server.assertLeftAlone();
      assertThat(server.requests()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 408 Late\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 503 Busy\r\nRetry-After: 0\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 307 There\r\nLocation: /there\r\nContent-Length: 0\r\n\r\n"
      })
  void norIsOneThatTheServerWouldHaveAgain(String answer) throws Exception {
    try (var server = RawServer.saying(answer)) {
      assertThat(post(server, addresses("127.0.0.1", "127.0.0.1"))).isEmpty();
      assertThat(server.requests()).isEqualTo(1);
    }
  }

  private static String post(RawServer server, Dns dns) throws IOException {
    var url = new EndpointUrl(URI.create("http://localhost:" + server.port()), false);
    OkHttpClient client = Connections.to(url).newBuilder().dns(dns).build();
    var body = Connections.json("{}".getBytes(StandardCharsets.UTF_8));
    var request = new Request.Builder().url(Connections.address(url, "/ask")).post(body).build();
    try (var response = client.newCall(request).execute()) {
      return response.body().string();
    } finally {
      Connections.close(client);
    }
  }

  private static Dns addresses(String... addresses) {
    return name -> {
      var found = new InetAddress[addresses.length];
      for (int i = 0; i < addresses.length; i++) {
        found[i] = named(name, addresses[i]);
      }
      return List.of(found);
    };
  }

  private static InetAddress named(String name, String address) throws UnknownHostException {
    return InetAddress.getByAddress(name, InetAddress.getByName(address).getAddress());
  }
}
