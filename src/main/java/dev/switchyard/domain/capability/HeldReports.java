package dev.switchyard.domain.capability;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.capability.Standing.Holds;
import dev.switchyard.domain.capability.Standing.Never;
import dev.switchyard.domain.capability.Standing.OtherBuild;
import dev.switchyard.domain.capability.Standing.OtherVersion;
import dev.switchyard.domain.capability.Standing.Unread;
import dev.switchyard.domain.endpoint.Version;
import dev.switchyard.domain.model.InstalledModel;
import dev.switchyard.domain.model.ModelServer;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What was found out about one server's models, as far as it still holds: of the same build of the
/// model, and by the same version of the server. What was read once is not read again.
public final class HeldReports {
  private final ReportStore store;
  private final ModelServer server;
  private Optional<Known<Version>> version = Optional.empty();
  private Optional<List<Report>> all = Optional.empty();

  public HeldReports(ReportStore store, ModelServer server) {
    this.store = store;
    this.server = server;
  }

  /// The last report of a model, or why there is none that holds. The server is asked for its
  /// version at most once, and not where no model was ever probed.
  public Known<Report> of(InstalledModel model) {
    var name = model.name().shortText();
    return switch (standing(model)) {
      case Holds(var report) -> Known.of(report);
      case OtherVersion(var report, var now) ->
          Known.unknown(
              Message.of("capability.outdated", name, report.version().toString(), now.toString()));
      case OtherBuild _ -> Known.unknown(Message.of("capability.rebuilt", name));
      case Never _ -> Known.unknown(Message.of("capability.never", name));
      case Unread(var reason) -> Known.unknown(reason);
    };
  }

  /// What the last report of a model is worth now; asks as little as [#of].
  public Standing standing(InstalledModel model) {
    try {
      var last = store.find(server.url(), model.digest());
      return last.isPresent() ? ofThisBuild(last.get()) : ofEarlierBuild(model);
    } catch (PortException e) {
      return new Unread(e.text());
    }
  }

  private Standing ofThisBuild(Report report) {
    return switch (version()) {
      case Known.Unknown<Version>(var reason) -> new Unread(reason);
      case Known.Value<Version>(var now) ->
          now.equals(report.version()) ? new Holds(report) : new OtherVersion(report, now);
    };
  }

  private Standing ofEarlierBuild(InstalledModel model) throws PortException {
    return all().stream()
        .filter(report -> report.model().equals(model.name()))
        .max(Comparator.comparing(Report::at))
        .<Standing>map(OtherBuild::new)
        .orElseGet(Never::new);
  }

  private List<Report> all() throws PortException {
    if (all.isEmpty()) {
      all = Optional.of(store.all(server.url()));
    }
    return all.get();
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
