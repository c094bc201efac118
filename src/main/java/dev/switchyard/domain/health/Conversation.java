package dev.switchyard.domain.health;

import dev.switchyard.domain.Cancellation;
import dev.switchyard.domain.Known;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.endpoint.detect.Inquiry.Question;
import dev.switchyard.domain.health.HealthLine.Heard;
import java.time.Duration;

/// What one endpoint is asked and answers. Once it was silent it is asked nothing more: each
/// question would be waited for as long.
final class Conversation {
  private final HealthLine line;
  private final Duration limit;
  private final Cancellation cancellation;
  private boolean silent;

  Conversation(HealthLine line, Duration limit, Cancellation cancellation) {
    this.line = line;
    this.limit = limit;
    this.cancellation = cancellation;
  }

  Known<Boolean> hasToken() {
    return line.hasToken();
  }

  Heard get(String path) throws PortException {
    return ask(new Question("GET", path), true);
  }

  /// With the token where there is one.
  Heard ask(Question question) throws PortException {
    return ask(question, true);
  }

  Heard askWithoutToken(Question question) throws PortException {
    return ask(question, false);
  }

  private Heard ask(Question question, boolean withToken) throws PortException {
    if (silent) {
      return new Heard.Failed(Obstacle.TIMEOUT);
    }
    var heard = line.ask(question, withToken, limit, cancellation);
    silent = heard.equals(new Heard.Failed(Obstacle.TIMEOUT));
    return heard;
  }
}
