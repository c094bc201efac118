package dev.switchyard.domain.benchmark;

import dev.switchyard.domain.Cancellation;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.endpoint.EndpointUrl;
import dev.switchyard.domain.model.ModelName;
import dev.switchyard.domain.model.ModelServer.KeepAlive;
import java.time.Duration;

/// Port: what a server itself says about how long it took. No request has options that would make
/// it load the model anew. All calls block, and throw UNREACHABLE, TIMEOUT after their limit,
/// CANCELLED, MALFORMED, and whatever the server's own words mean.
public interface ServerTimings {
  /// What one prompt took.
  ///
  /// @param tokens of the whole prompt, also those that the server took from its cache
  /// @param read the time for reading those that it did not; zero where the server tells none
  record Prompt(long tokens, Duration read) {}

  /// One model of one server.
  ///
  /// @param limit how long one call may take in all
  record Target(EndpointUrl url, ModelName model, Duration limit) {}

  /// Loads the model, and returns when it is in memory.
  ///
  /// @return from the asking to the answer
  Duration load(Target target, KeepAlive keepAlive, Cancellation cancellation) throws PortException;

  /// Has the model read a prompt and answer with one token.
  Prompt prompt(Target target, String prompt, Cancellation cancellation) throws PortException;
}
