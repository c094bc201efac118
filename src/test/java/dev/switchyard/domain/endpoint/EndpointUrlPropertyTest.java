package dev.switchyard.domain.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.IDN;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Addresses as people write them, and worse: nothing is lost from one that is understood, and it
/// is understood as the same when it is read again.
class EndpointUrlPropertyTest {
  private static final long SEED = 20_261_123;
  private static final int ROUNDS = 20_000;

  private static final List<String> HOSTS =
      List.of(
          "localhost",
          "GPU-Box",
          "gpu_box",
          "box.lan.",
          "10.0.0.5",
          "127.1",
          "[::1]",
          "[2001:db8::7]",
          "bücher.example",
          "例え.テスト",
          "models.team.example");
  private static final List<String> PREFIXES =
      List.of("", "/ollama", "/team-a/serve", "/a%20b", "/v1beta", "/v1/models-of", "/~me");
  private static final List<String> ENDS =
      List.of("", "/", "///", "/v1", "/v1/", "//v1//", "/v1/v1");
  private static final List<String> AROUND = List.of("", " ", "\"", "'", "\n");

  private record Written(String scheme, String host, int port, String prefix, String text) {
    static Written random(Random random) {
      var scheme = pick(random, List.of("", "http", "https", "HTTPS"));
      var host = pick(random, HOSTS);
      int port = random.nextInt(3) == 0 ? 0 : 1 + random.nextInt(65_535);
      var prefix = pick(random, PREFIXES);
      var around = pick(random, AROUND);
      var text =
          around
              + (scheme.isEmpty() ? "" : scheme + "://")
              + host
              + (port == 0 ? "" : ":" + port)
              + prefix
              + pick(random, ENDS)
              + around;
      return new Written(scheme.toLowerCase(Locale.ROOT), host, port, prefix, text);
    }

    /// Without a scheme and a port it is Ollama's.
    String expectedPort() {
      return port > 0 ? ":" + port : scheme.isEmpty() ? ":11434" : "";
    }

    String expectedHost() {
      if (host.equals("127.1")) {
        return "127.0.0.1";
      }
      return host.chars().allMatch(letter -> letter < 128) ? host : IDN.toASCII(host);
    }
  }

  @Test
  void neitherHostNorPortNorPrefixIsLost() {
    var random = new Random(SEED);
    for (int round = 0; round < ROUNDS; round++) {
      var written = Written.random(random);
      assertThat(EndpointUrl.parse(written.text()).orElseThrow())
          .as("seed %d, round %d: %s", SEED, round, written)
          .hasToString(
              (written.scheme().isEmpty() ? "http" : written.scheme())
                  + "://"
                  + written.expectedHost()
                  + written.expectedPort()
                  + written.prefix());
    }
  }

  @Test
  void whateverIsUnderstoodIsReadAsItselfAgain() {
    var random = new Random(SEED);
    var pieces = "http s://:/[]@?#%.v1-_ü:0:9\\ \tlocalhost::1127.0.0.1x";
    int understood = 0;
    for (int round = 0; round < ROUNDS; round++) {
      var text = garbled(random, pieces);
      var url = EndpointUrl.parse(text);
      understood += url.isPresent() ? 1 : 0;
      url.ifPresent(first -> {
        var again = EndpointUrl.parse(first.toString()).orElseThrow();
        assertThat(again.uri()).as("seed %d: %s", SEED, text).isEqualTo(first.uri());
        assertThat(again.strippedV1()).as("seed %d: %s", SEED, text).isFalse();
        assertThat(first.toString()).as("seed %d: %s", SEED, text).doesNotContain("?", "#", " ");
        assertThat(first.uri().getRawAuthority()).as("seed %d: %s", SEED, text).doesNotContain("@");
      });
    }
    assertThat(understood).as("of %d", ROUNDS).isGreaterThan(ROUNDS / 50);
  }

  /// A whole address with a few characters changed, or characters alone.
  private static String garbled(Random random, String pieces) {
    var text =
        new StringBuilder(random.nextInt(4) == 0 ? "" : Written.random(random).text().strip());
    for (int times = random.nextInt(4); times >= 0; times--) {
      int at = random.nextInt(text.length() + 1);
      text.insert(at, pieces.charAt(random.nextInt(pieces.length())));
    }
    return text.toString();
  }

  private static String pick(Random random, List<String> all) {
    return all.get(random.nextInt(all.size()));
  }
}
