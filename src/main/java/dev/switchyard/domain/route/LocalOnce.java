package dev.switchyard.domain.route;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.route.option.RouteOptions;
import dev.switchyard.domain.route.text.SettingsText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The use case of one run on a local server in a project that is not routed there: a whole local
/// route for `claude --settings`, which beats every file of the project and of the person.
/// Variables alone would not do: `~/.claude/settings.json` is stronger.
public final class LocalOnce {
  private final LocalTargets targets;
  private final SettingsRouteReader routes;

  public LocalOnce(LocalTargets targets, SettingsRouteReader routes) {
    this.targets = targets;
    this.routes = routes;
  }

  /// @param settings the text of the settings; no credential is in it
  /// @param model the model that it names
  /// @param notes what the person should know about it
  public record Plan(String settings, String model, List<Message> notes) {
    public Plan {
      notes = List.copyOf(notes);
    }
  }

  /// @param contextTokens the context length that the person names, empty for the one that the
  ///   model is served with
  /// @param named the options that the person names; the others are as usual for that context
  /// @throws PortException REFUSED where a cloud credential would reach the server and no value
  ///   could stop that; what reading the settings gives
  public Plan plan(Path folder, String model, Optional<Integer> contextTokens, RouteOptions named)
      throws PortException {
    var proposal = targets.propose(folder, Optional.of(model), contextTokens);
    var usual = RouteOptions.usual(proposal.target().contextTokens());
    var target = proposal.target().with(named.orElse(usual));
    var start = new ClaudeStart(folder, StartedFrom.TERMINAL);
    var needed = LocalRoutes.of(target, RouteResolver.resolution(routes.inputs(start)), false);
    var settings =
        SettingsText.parse(folder, Optional.empty()).with(RouteKeys.changes(needed)).toString();
    LocalRoutes.refuseLeak(routes.read(start.withSettings(settings).withModel(model)));
    var notes = new ArrayList<>(proposal.notes());
    RoomNote.of(target, named).ifPresent(notes::add);
    return new Plan(settings, model, notes);
  }
}
