package dev.switchyard.domain.route;

import dev.switchyard.domain.PortException;
import dev.switchyard.domain.route.RouteRequest.LocalTarget;
import dev.switchyard.domain.route.option.RouteOptions;
import dev.switchyard.domain.route.text.SettingsText;
import java.nio.file.Path;
import java.util.Optional;

/// The use case of one run on a local server in a project that is not routed there: a whole local
/// route for `claude --settings`, which beats every file of the project and of the person.
/// Variables alone would not do: `~/.claude/settings.json` is stronger.
public final class LocalOnce {
  private final SettingsRouteReader routes;

  public LocalOnce(SettingsRouteReader routes) {
    this.routes = routes;
  }

  /// @param settings the text of the settings; no credential is in it
  /// @param route where the requests of that run go
  public record Plan(String settings, EffectiveRoute route) {}

  /// @throws PortException REFUSED where a cloud credential would reach the server and no value
  ///   could stop that; what reading the settings gives
  public Plan plan(Path folder, LocalTarget target) throws PortException {
    var start = new ClaudeStart(folder, StartedFrom.TERMINAL);
    var all = target.options().orElse(RouteOptions.usual(target.contextTokens()));
    var needed = LocalRoutes.of(target.with(all), RouteResolver.resolution(routes.inputs(start)));
    var settings =
        SettingsText.parse(folder, Optional.empty()).with(RouteKeys.changes(needed)).toString();
    var route = routes.read(start.withSettings(settings).withModel(target.model()));
    LocalRoutes.refuseLeak(route);
    return new Plan(settings, route);
  }
}
