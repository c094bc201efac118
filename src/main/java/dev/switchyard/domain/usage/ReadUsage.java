package dev.switchyard.domain.usage;

import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.switchyard.domain.Cancellation;
import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.model.InstalledModel;
import dev.switchyard.domain.model.ModelName;
import dev.switchyard.domain.model.ModelServer;
import dev.switchyard.domain.route.PastRoutes;
import dev.switchyard.domain.route.SwitchRoute;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/// The use case of reading what models were used for.
public final class ReadUsage {
  private final UsageHistory history;
  private final SwitchRoute switches;
  private final ModelServer server;
  private final UnaryOperator<Path> realName;
  private final Clock clock;

  /// @param server asked for its models, where it is on this machine
  /// @param realName a folder's name without links
  public ReadUsage(
      UsageHistory history,
      SwitchRoute switches,
      ModelServer server,
      UnaryOperator<Path> realName,
      Clock clock) {
    this.history = history;
    this.switches = switches;
    this.server = server;
    this.realName = realName;
    this.clock = clock;
  }

  public LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), clock.getZone());
  }

  /// Reads on where the last reading ended, as [UsageHistory#readOn].
  public Usage read(UsageHistory.Progress progress, Cancellation cancellation)
      throws PortException {
    var routes = new PastRoutes(switches.remembered());
    var ledger = history.readOn(routes, clock.getZone(), progress, cancellation);
    return Usage.of(ledger, new PlaceRules(models(ledger)));
  }

  /// What of it is a folder's and of those below it.
  public Usage of(Path folder, Usage usage) {
    var real = realName.apply(folder);
    return usage.where(entry -> isWithin(entry.project(), real));
  }

  private static boolean isWithin(String project, Path folder) {
    try {
      return Path.of(project).startsWith(folder);
    } catch (InvalidPathException _) {
      return false;
    }
  }

  /// The server is asked only where that helps.
  private Known<PlaceRules.Models> models(Ledger ledger) {
    var asked = server.pinned();
    if (ledger.totals().keySet().stream().noneMatch(key -> key.form() == AnswerForm.OLLAMA)) {
      return Known.of(new PlaceRules.Models(Set.of(), Set.of()));
    }
    if (!asked.url().isLoopback()) {
      return Known.unknown(Message.of("usage.unknown.other-server", asked.url().toString()));
    }
    try {
      var installed = asked.installed();
      return Known.of(
          new PlaceRules.Models(
              names(installed, model -> !model.isCloud()),
              names(installed, InstalledModel::isCloud)));
    } catch (PortException e) {
      return Known.unknown(e.text());
    }
  }

  private static Set<ModelName> names(
      List<InstalledModel> models, Predicate<InstalledModel> wanted) {
    return models.stream().filter(wanted).map(InstalledModel::name).collect(toUnmodifiableSet());
  }
}
