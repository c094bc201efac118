package dev.switchyard.domain.health;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.endpoint.EndpointKind;
import dev.switchyard.domain.health.HealthLine.Heard;
import dev.switchyard.domain.health.HealthLine.Heard.Answered;
import java.time.Duration;
import java.util.ArrayList;

/// Takes the time of requests for which a server computes nothing, whatever it answers them with.
final class MeasureLatency {
  private MeasureLatency() {}

  /// What costs each kind the least. LiteLLM would ask all its models at `/health`.
  static String path(EndpointKind kind) {
    return switch (kind) {
      case OLLAMA -> "/api/version";
      case LLAMA_SERVER, VLLM -> "/health";
      case LM_STUDIO -> "/v1/models";
      case GATEWAY -> "/health/liveliness";
    };
  }

  /// @param first what came of the first request
  static Known<Latency> of(HealthSubject subject, Answered first, Conversation conversation)
      throws PortException {
    var times = new ArrayList<Duration>();
    boolean kept = true;
    while (times.size() < Latency.REQUESTS) {
      switch (conversation.get(path(subject.kind()))) {
        case Heard.Failed(var obstacle) -> {
          return Known.unknown(obstacle.text(subject.url()));
        }
        case Answered(_, var took, boolean connected) -> {
          times.add(took);
          kept &= !connected;
        }
      }
    }
    var median = times.stream().sorted().toList().get(Latency.REQUESTS / 2);
    return Known.of(new Latency(median, first.took(), kept));
  }
}
