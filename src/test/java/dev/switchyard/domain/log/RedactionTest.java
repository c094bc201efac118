package dev.switchyard.domain.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {
  private static final String LETTERS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

  private final Redaction redaction =
      new Redaction(
          Path.of("/home/me"),
          Map.of("MY_TOKEN", "hunter2-hunter2", "ANTHROPIC_AUTH_TOKEN", "ollama", "LANG", "de_DE"));

  /// What stands for § is a secret.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "sk-ant-api03-§",
        "it said sk-proj-§.",
        "ANTHROPIC_API_KEY=§",
        "export ANTHROPIC_AUTH_TOKEN='§'",
        "ANTHROPIC_API_KEY = \"§\"",
        "$env:AWS_SECRET_ACCESS_KEY = \"§ and more\"",
        "set -gx CLAUDE_CODE_OAUTH_TOKEN §",
        "setenv AWS_BEARER_TOKEN_BEDROCK §",
        "{\"env\":{\"ANTHROPIC_API_KEY\":\"§\"}}",
        "{\"env\":{\"ANTHROPIC_API_KEY\" : \"with \\\"quotes\\\" §\"}}",
        "\"{\\\"ANTHROPIC_API_KEY\\\":\\\"§\\\"}\"",
        "{MY_PASSWORD=§, OTHER=1}",
        "{ANTHROPIC_CUSTOM_HEADERS=x-team: §}",
        "\"primaryApiKey\": \"§\"",
        "\"accessToken\":\"§\",\"refreshToken\":\"§\"",
        "\"private_key\":\"-----BEGIN PRIVATE KEY-----\\n§\\n-----END PRIVATE KEY-----\"",
        "-----BEGIN RSA PRIVATE KEY-----\n§\n§\n-----END RSA PRIVATE KEY-----",
        "Authorization: Bearer §",
        "authorization: [Basic §, Digest §]",
        "x-api-key: §",
        "Cookie: session=§; other=§",
        "bearer §",
        "http://me:§@server:11434/v1",
        "https://§@server/",
        "https://server/v1?key=§&x=1",
        "https://server/v1?api_key=§",
        "claude --api-key § --verbose",
        "--token §",
        "eyJ§.§.§",
        "ghp_§§",
        "settings.json is not JSON (line 3, column 29): Unrecognized token '§': was expecting ...",
        "hunter2-hunter2 is set"
      })
  void aSecretIsTakenOut(String text) {
    var secret = "Zq7xY2abcdefKLMNOP";

    assertThat(redaction.of(text.replace("§", secret)))
        .doesNotContain(secret)
        .doesNotContain("hunter2-hunter2")
        .contains(Redaction.TAKEN_OUT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "route LOCAL for /src/app: wrote /src/app/.claude/settings.json",
        "load gemma4:26b at http://127.0.0.1:11434: done",
        "firstPromptTokens=18500, max_tokens: 4096",
        "ANTHROPIC_AUTH_TOKEN is set by the shell",
        "java.lang.IllegalStateException: no such key\n\tat a.b.C.d(C.java:12)",
        "the placeholder ollama and de_DE"
      })
  void whatIsNoSecretStays(String text) {
    assertThat(redaction.of(text)).isEqualTo(text);
  }

  @Test
  void theHomeIsShortened() {
    assertThat(redaction.of("in /home/me/src, /home/me and '/home/me'"))
        .isEqualTo("in ~/src, ~ and '~'");
    assertThat(redaction.of("/home/melanie, /srv/home/me.d"))
        .isEqualTo("/home/melanie, /srv/home/me.d");
    assertThat(new Redaction(Path.of("/"), Map.of()).of("/etc")).isEqualTo("/etc");
  }

  /// Around the rules, also a long text ends in time and nothing is thrown.
  @Test
  void aLongTextIsNoTrouble() {
    var long_ = "\"API_KEY\":\"" + "\\\"x".repeat(40_000) + "Zq7xY2abcdef\"";

    assertThat(redaction.of(long_)).doesNotContain("Zq7xY2abcdef");
  }

  @Test
  void noKeySurvivesAnywhere() {
    long seed = new Random().nextLong();
    var random = new Random(seed);
    List<UnaryOperator<String>> forms =
        List.of(
            key -> "sk-ant-" + key,
            key -> name(random) + "=" + key,
            key -> "\"" + name(random) + "\": \"" + key + "\"",
            key -> name(random) + ": '" + key + " " + key + "'",
            key -> "Authorization: Bearer " + key,
            key -> "https://user:" + key + "@host/path",
            key -> "\\\"" + name(random) + "\\\":\\\"" + key + "\\\"");
    for (int round = 0; round < 2_000; round++) {
      var key = text(random, 12 + random.nextInt(40));
      var form = forms.get(random.nextInt(forms.size()));
      var text = noise(random) + " " + form.apply(key) + "\n" + noise(random);

      assertThat(redaction.of(text)).as("seed %d: %s", seed, text).doesNotContain(key);
    }
  }

  @Test
  void whatWasRedactedStaysAsItIs() {
    var once = redaction.of("Authorization: Bearer abcdef, API_KEY=abcdef /home/me/x");

    assertThat(redaction.of(once)).isEqualTo(once);
  }

  private static String name(Random random) {
    var ends = List.of("API_KEY", "_KEY", "TOKEN", "_SECRET", "PASSWORD", "SECRET_ACCESS_KEY");
    return "X"
        + text(random, random.nextInt(4)).toUpperCase(java.util.Locale.ROOT).replace("-", "_")
        + ends.get(random.nextInt(ends.size()));
  }

  private static String noise(Random random) {
    var words =
        List.of("{", "}", "\"", "'", "at", "/home/me/a b", "key", "=", ":", "\\", "é", "\t");
    var text = new StringBuilder();
    for (int i = random.nextInt(6); i > 0; i--) {
      text.append(words.get(random.nextInt(words.size()))).append(' ');
    }
    return text.toString();
  }

  private static String text(Random random, int length) {
    var text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append(LETTERS.charAt(random.nextInt(LETTERS.length() - 2)));
    }
    return text.toString();
  }
}
