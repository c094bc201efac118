package dev.switchyard.domain.endpoint.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.domain.PortException;
import dev.switchyard.domain.endpoint.EndpointKind;
import dev.switchyard.domain.endpoint.EndpointUrl;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProposedNameTest {
  @ParameterizedTest
  @CsvSource({
    "http://gpu-box:11434, , gpu-box",
    "https://llm.team.example/proxy, GATEWAY, llm",
    "http://192.168.7.20:8000, VLLM, 192.168.7.20",
    "http://[2001:db8::7]:8000, VLLM, 2001-db8-7",
    "http://127.0.0.1:11434, OLLAMA, ollama",
    "http://localhost:11435, OLLAMA, ollama-11435",
    "http://localhost:9000, , local-9000",
  })
  void isAfterTheHostAndOnThisMachineAfterWhatItIs(String url, EndpointKind kind, String name)
      throws PortException {
    assertThat(ProposedName.of(EndpointUrl.read(url), Optional.ofNullable(kind), Set.of()))
        .isEqualTo(name);
  }

  @Test
  void isOneThatNobodyElseHas() throws PortException {
    assertThat(
            ProposedName.of(
                EndpointUrl.read("box"), Optional.empty(), Set.of("box", "box-2", "other")))
        .isEqualTo("box-3");
  }

  @Test
  void isAlwaysOneThatMayBeKept() throws PortException {
    long seed = System.nanoTime();
    var random = new Random(seed);
    for (int i = 0; i < 2_000; i++) {
      var host = new StringBuilder();
      for (int length = random.nextInt(70) + 1; length > 0; length--) {
        host.append("ab0.-_ü9".charAt(random.nextInt(8)));
      }
      var url = EndpointUrl.parse("https://" + host);
      if (url.isPresent()) {
        assertThat(
                EndpointProfile.checkedName(ProposedName.of(url.get(), Optional.empty(), Set.of())))
            .as("seed %d: %s", seed, host)
            .isNotEmpty();
      }
    }
  }
}
