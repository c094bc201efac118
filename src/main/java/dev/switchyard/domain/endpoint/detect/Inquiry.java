package dev.switchyard.domain.endpoint.detect;

import dev.switchyard.domain.PortException;
import dev.switchyard.domain.endpoint.EndpointUrl;
import java.time.Duration;
import java.util.List;

/// Port: asks an address without any credential. It blocks.
public interface Inquiry {
  /// @param method `GET`, or `POST` with an empty object
  record Question(String method, String path) {}

  /// Asks all of it side by side.
  ///
  /// @param limit of each answer in all, however the server dawdles
  /// @return what was answered in time, in the order of the questions
  /// @throws PortException UNREACHABLE, TIMEOUT, FAILED, where nothing was answered at all
  List<Response> ask(EndpointUrl url, List<Question> questions, Duration limit)
      throws PortException;
}
