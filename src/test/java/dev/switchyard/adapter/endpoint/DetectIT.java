package dev.switchyard.adapter.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.endpoint.EndpointKind;
import dev.switchyard.domain.endpoint.detect.DetectEndpoint;
import dev.switchyard.domain.endpoint.detect.Detection;
import dev.switchyard.domain.endpoint.detect.Detection.Certainty;
import dev.switchyard.real.RealLlamaServer;
import dev.switchyard.real.RealOllama;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The real servers are told as their recorded answers are.
class DetectIT {
  @TempDir private Path home;

  private final DetectEndpoint detect = new DetectEndpoint(new HttpInquiry());

  @Test
  void theRealOllamaIsToldForSure() throws Exception {
    try (var server = RealOllama.start(home)) {
      assertThat(detect.at(server.url()))
          .returns(Known.of(EndpointKind.OLLAMA), Detection::kind)
          .returns(Certainty.CERTAIN, Detection::certainty)
          .returns(Known.of(RealOllama.VERSION), Detection::version)
          .returns(Known.of(true), Detection::speaksMessages);
    }
  }

  @Test
  void theRealLlamaServerIsToldForSure() throws Exception {
    try (var server = RealLlamaServer.start(home)) {
      assertThat(detect.at(server.url()))
          .returns(Known.of(EndpointKind.LLAMA_SERVER), Detection::kind)
          .returns(Certainty.CERTAIN, Detection::certainty)
          .returns(Known.of(true), Detection::speaksMessages)
          .returns(false, Detection::asksForToken);
    }
  }

  @Test
  void theRealLlamaServerIsToldAlsoWhereItAsksForAKey() throws Exception {
    try (var server = RealLlamaServer.start(home, "--api-key", "nobodys")) {
      assertThat(detect.at(server.url()))
          .returns(Known.of(EndpointKind.LLAMA_SERVER), Detection::kind)
          .returns(Certainty.CERTAIN, Detection::certainty)
          .returns(true, Detection::asksForToken);
    }
  }
}
