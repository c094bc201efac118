package dev.switchyard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.cli.StartOptions;
import dev.switchyard.domain.endpoint.EndpointUrl;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WiringTest {
  private static final EndpointUrl FIRST = EndpointUrl.parse("127.0.0.1:1").orElseThrow();
  private static final EndpointUrl NEXT = EndpointUrl.parse("127.0.0.1:2").orElseThrow();

  @TempDir Path home;

  @Test
  void theServerAtAnAddressStaysThereWhateverIsChosenLater() {
    var options =
        StartOptions.parse(List.of("--home", home.toString(), "--ollama", FIRST.toString()));
    try (var wiring = Wiring.ofCommand(options, Machine.real())) {
      var server = wiring.serverAt(FIRST);

      wiring.changeServer(NEXT);

      assertThat(server.url()).isEqualTo(FIRST);
      assertThat(wiring.serverAt(FIRST).url()).isEqualTo(FIRST);
      assertThat(wiring.serverAt(NEXT).url()).isEqualTo(NEXT);
    }
  }
}
