package dev.switchyard.domain.setup;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.launch.Programs;
import dev.switchyard.domain.memory.MemorySensor;
import dev.switchyard.domain.model.ModelServer;
import dev.switchyard.domain.route.RouteReader;

/// The use case that asks everything once. Nothing that fails keeps the rest from being told.
/// Blocks.
public final class StatusReader {
  private final ServerInspection inspection;
  private final ModelServer server;
  private final Programs programs;
  private final MemorySensor sensor;
  private final RouteReader routes;

  public StatusReader(
      ServerInspection inspection,
      ModelServer server,
      Programs programs,
      MemorySensor sensor,
      RouteReader routes) {
    this.inspection = inspection;
    this.server = server;
    this.programs = programs;
    this.sensor = sensor;
    this.routes = routes;
  }

  public MachineStatus read() {
    return new MachineStatus(
        inspection.inspect(),
        programs.claude(),
        known(sensor::read),
        known(server::loaded),
        known(() -> routes.readDefault().destination()));
  }

  @FunctionalInterface
  private interface Question<T> {
    T ask() throws PortException;
  }

  private static <T> Known<T> known(Question<T> question) {
    try {
      return Known.of(question.ask());
    } catch (PortException e) {
      return Known.unknown(e.text());
    }
  }
}
