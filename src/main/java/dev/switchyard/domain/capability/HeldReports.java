package dev.switchyard.domain.capability;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.endpoint.Version;
import dev.switchyard.domain.model.InstalledModel;
import dev.switchyard.domain.model.ModelServer;
import java.util.Optional;

/// What was found out about one server's models, as far as it still holds: of the same build of the
/// model, and by the same version of the server.
public final class HeldReports {
  private final ReportStore store;
  private final ModelServer server;
  private Optional<Known<Version>> version = Optional.empty();

  public HeldReports(ReportStore store, ModelServer server) {
    this.store = store;
    this.server = server;
  }

  /// The last report of a model, or why there is none that holds. The server is asked for its
  /// version at most once, and not where no model was ever probed.
  public Known<Report> of(InstalledModel model) {
    try {
      var last = store.find(server.url(), model.digest());
      return last.isEmpty()
          ? Known.unknown(Message.of("capability.never", model.name().shortText()))
          : holding(last.get());
    } catch (PortException e) {
      return Known.unknown(e.text());
    }
  }

  private Known<Report> holding(Report report) {
    return switch (version()) {
      case Known.Unknown<Version>(var reason) -> Known.unknown(reason);
      case Known.Value<Version>(var now) ->
          now.equals(report.version())
              ? Known.of(report)
              : Known.unknown(
                  Message.of(
                      "capability.outdated",
                      report.model().shortText(),
                      report.version().toString(),
                      now.toString()));
    };
  }

  private Known<Version> version() {
    var asked = version.orElseGet(this::ask);
    version = Optional.of(asked);
    return asked;
  }

  private Known<Version> ask() {
    try {
      return Known.of(server.version());
    } catch (PortException e) {
      return Known.unknown(e.text());
    }
  }
}
