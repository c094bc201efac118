package dev.switchyard.domain.health;

import dev.switchyard.domain.Cancellation;
import dev.switchyard.domain.Known;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.endpoint.detect.Inquiry.Question;
import dev.switchyard.domain.endpoint.detect.Response;
import java.time.Duration;

/// Port: an endpoint that is asked one small thing after another over one connection, as long as
/// the server keeps it. Follows no redirect: a token is meant for this address alone. Blocks.
public interface HealthLine extends AutoCloseable {
  /// Whether there is a token for it: false where it is said to ask for none, unknown where it
  /// cannot be read from where it is kept.
  Known<Boolean> hasToken();

  /// @param withToken false has it asked as a stranger would
  /// @param limit of the answer in all, however the server dawdles
  /// @throws PortException CANCELLED
  Heard ask(Question question, boolean withToken, Duration limit, Cancellation cancellation)
      throws PortException;

  /// Leaves no connection open.
  @Override
  void close();

  /// What came of one question.
  sealed interface Heard {
    /// @param took from the sending to the end of the answer
    /// @param connected whether a connection had to be made for it
    record Answered(Response response, Duration took, boolean connected) implements Heard {}

    record Failed(Obstacle by) implements Heard {}
  }

  /// Opens one. Nothing is sent yet, but the token is read.
  @FunctionalInterface
  interface Opener {
    /// @throws PortException where it cannot be read what a person has said about the endpoint, or
    ///   whom it has to be vouched for by
    HealthLine open(HealthSubject subject) throws PortException;
  }
}
