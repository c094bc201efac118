package dev.switchyard.domain.doctor;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.route.EffectiveRoute;
import dev.switchyard.domain.route.RouteChoice;
import dev.switchyard.domain.route.RoutePlan;
import dev.switchyard.domain.route.RoutesByStart;
import dev.switchyard.domain.route.SettingsVersion;
import dev.switchyard.domain.route.StartedFrom;
import dev.switchyard.domain.session.SessionReport;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What is known of a project.
///
/// @param folder where it is
/// @param routes where its requests go, by what starts Claude Code
/// @param chosen what the person chose for it in Switchyard; empty where nothing was
/// @param repair what writing its route once more would do: the same choice, model and file, with
///   all that Switchyard writes today
/// @param readable for each of its settings files that cannot be read, the newest kept version that
///   can
/// @param committed its settings files that git has, and that lead to a server of the person's
/// @param trusted whether Claude Code was told to trust the folder
/// @param sessions those that run in it now
public record ProjectFacts(
    Path folder,
    Known<RoutesByStart> routes,
    Known<Optional<RouteChoice>> chosen,
    Known<RoutePlan> repair,
    Known<List<SettingsVersion>> readable,
    Known<List<Path>> committed,
    Known<Boolean> trusted,
    Known<List<SessionReport>> sessions) {
  /// From a terminal.
  public Known<EffectiveRoute> route() {
    return routes.map(all -> all.of(StartedFrom.TERMINAL));
  }
}
