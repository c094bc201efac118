package dev.switchyard.domain.endpoint.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.endpoint.EndpointKind;
import dev.switchyard.domain.endpoint.EndpointUrl;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProfiledAccessesTest {
  private static final TokenReader TOKENS = source -> Optional.of(Token.of("read-" + source.id()));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://llm.team.example/a",
        "https://LLM.team.example:443/a",
        "https://llm.team.example/a/v1"
      })
  void aProfileIsOfExactlyItsAddress(String address) throws Exception {
    var access = accesses().to(EndpointUrl.read(address));

    assertThat(access.kind()).isEqualTo(EndpointKind.GATEWAY);
    assertThat(access.token().orElseThrow().headerValue()).isEqualTo("read-variable");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://llm.team.example:443/a",
        "https://llm.team.example:8443/a",
        "https://llm.team.example/b",
        "https://llm.team.example/A",
        "https://llm.team.example",
        "https://team.example/a"
      })
  void noOtherAddressGetsItsToken(String address) throws Exception {
    var access = accesses().to(EndpointUrl.read(address));

    assertThat(access.profile()).isEmpty();
    assertThat(access.token()).isEmpty();
  }

  @Test
  void nothingIsReadForOllamaWhereItUsuallyIs() throws Exception {
    var accesses =
        new ProfiledAccesses(
            () -> {
              throw new AssertionError("read");
            },
            TOKENS);

    assertThat(accesses.to(EndpointUrl.DEFAULT).kind()).isEqualTo(EndpointKind.OLLAMA);
  }

  @Test
  void aBrokenFileIsInTheWayOfOtherMachinesOnly() throws Exception {
    var accesses = new ProfiledAccesses(() -> new Endpoints(new Kept(Optional.empty())), TOKENS);

    assertThat(accesses.to(EndpointUrl.read("127.0.0.1:11500")).profile()).isEmpty();
    assertThatExceptionOfType(PortException.class)
        .isThrownBy(() -> accesses.to(EndpointUrl.read("https://llm.team.example")));
  }

  private static ProfiledAccesses accesses() throws PortException {
    var profile =
        EndpointProfile.of(
            "team",
            EndpointKind.GATEWAY,
            EndpointUrl.read("https://llm.team.example/a"),
            new TokenSource.Variable("TEAM_TOKEN"),
            Optional.empty(),
            TimeLimits.USUAL);
    return new ProfiledAccesses(() -> new Endpoints(new Kept(Optional.of(profile))), TOKENS);
  }

  /// @param one what is kept; empty where it cannot be read
  private record Kept(Optional<EndpointProfile> one) implements EndpointStore {
    @Override
    public List<EndpointProfile> all() throws PortException {
      return List.of(
          one.orElseThrow(
              () -> new PortException(PortException.Kind.MALFORMED, Message.of("endpoint.test"))));
    }

    @Override
    public void put(EndpointProfile profile) {
      throw new AssertionError();
    }

    @Override
    public Optional<RemovedEndpoint> remove(String name) {
      throw new AssertionError();
    }

    @Override
    public boolean replace(String name, EndpointProfile profile) {
      throw new AssertionError();
    }

    @Override
    public void restore(RemovedEndpoint removed) {
      throw new AssertionError();
    }
  }
}
