package dev.switchyard.adapter.demo;

import java.time.Duration;

/// Something that goes wrong on purpose, once, at the next request for a path.
public sealed interface Fault {
  /// The request's path, such as `/api/pull`.
  String path();

  /// Another answer than the right one.
  record Answer(String path, int status, String contentType, String body) implements Fault {}

  /// The connection breaks off without a proper end.
  ///
  /// @param afterLines how many lines of a streamed answer arrive before; with 0 not even the
  ///   status does
  record HangUp(String path, int afterLines) implements Fault {}

  /// A streamed answer's status is 200 and then a line says that it failed.
  record StreamError(String path, int afterLines, String text) implements Fault {}

  /// The answer comes late.
  record Delay(String path, Duration delay) implements Fault {}
}
