package dev.switchyard.domain.endpoint.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.switchyard.domain.PortException;
import dev.switchyard.domain.endpoint.EndpointKind;
import dev.switchyard.domain.endpoint.EndpointUrl;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointProfileTest {
  private static EndpointProfile profile(String name, String url, TokenSource token)
      throws PortException {
    return EndpointProfile.of(
        name,
        EndpointKind.GATEWAY,
        EndpointUrl.read(url),
        token,
        Optional.empty(),
        TimeLimits.USUAL);
  }

  private static EndpointProfile with(TokenSource token) throws PortException {
    return profile("box", "https://box.lan", token);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sk-1234",
        "sk-ant-api03-abc",
        "ghp_abcdefgh",
        "hf_abcdefgh",
        "eyJhbGciOiJIUzI1NiJ9",
        "a8f3k2m9x0q1",
        "4fd1c9e2-77aa-4c1e-9b1e-0a1b2c3d4e5f",
        "Bearer abc",
        "two words",
        "",
      })
  void whatLooksLikeAKeyIsNotKept(String literal) {
    var refused =
        catchThrowableOfType(PortException.class, () -> with(new TokenSource.Literal(literal)));
    assertThat(refused.kind()).isEqualTo(PortException.Kind.REFUSED);
    if (!literal.isEmpty()) {
      assertThat(refused).hasMessageNotContaining(literal);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ollama", "lmstudio", "no-key", "sk-no-key-required", "team-gateway"})
  void aWordThatNobodyChecksIs(String literal) throws PortException {
    assertThat(with(new TokenSource.Literal(literal)).token())
        .isEqualTo(new TokenSource.Literal(literal));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ANTHROPIC_API_KEY",
        "anthropic_auth_token",
        "CLAUDE_CODE_OAUTH_TOKEN",
        "A-B",
        "1A"
      })
  void theCloudsCredentialsStayWithTheCloud(String name) {
    assertThat(
            catchThrowableOfType(PortException.class, () -> with(new TokenSource.Variable(name))))
        .isNotNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"echo sk-abcdefgh", "printf '%s' \"hf_abcdefgh\"", "a\nb", " "})
  void aCommandHoldsNoKeyEither(String line) {
    assertThat(catchThrowableOfType(PortException.class, () -> with(new TokenSource.Command(line))))
        .isNotNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "../x", "-a", "ü", "a/b"})
  void aNameIsOneThatScriptsCanWrite(String name) {
    assertThat(
            catchThrowableOfType(
                PortException.class,
                () -> profile(name, "https://box.lan", new TokenSource.None())))
        .isNotNull();
  }

  @ParameterizedTest
  @CsvSource({
    "http://box.lan, true",
    "https://box.lan, false",
    "http://localhost:4000, false",
  })
  void aTokenThatOthersCanReadOnTheWayIsSeen(String url, boolean inClear) throws PortException {
    assertThat(profile("box", url, new TokenSource.Variable("BOX_TOKEN")).sendsTokenInClear())
        .isEqualTo(inClear);
    assertThat(profile("box", url, new TokenSource.None()).sendsTokenInClear()).isFalse();
  }
}
