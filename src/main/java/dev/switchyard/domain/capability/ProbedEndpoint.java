package dev.switchyard.domain.capability;

import dev.switchyard.domain.Cancellation;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.endpoint.EndpointUrl;
import java.time.Duration;

/// Port: an endpoint that speaks Anthropic's Messages API. Whatever it does is an [Outcome], also
/// silence and nonsense.
public interface ProbedEndpoint extends AutoCloseable {
  /// Asks, and returns when the answer has ended, the limit has passed, or more came than anybody
  /// reads. Blocks.
  ///
  /// @param limit for the whole exchange, also for an answer that comes byte by byte
  /// @throws PortException CANCELLED
  Exchange ask(Question question, Duration limit, Cancellation cancellation) throws PortException;

  /// Leaves no connection open.
  @Override
  void close();

  /// Opens one at an address. Nothing is sent yet.
  @FunctionalInterface
  interface Opener {
    ProbedEndpoint open(EndpointUrl url);
  }
}
