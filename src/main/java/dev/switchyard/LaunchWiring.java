package dev.switchyard;

import dev.switchyard.adapter.claude.ClaudeFolderTrust;
import dev.switchyard.adapter.terminal.DesktopTerminals;
import dev.switchyard.adapter.terminal.PrivateLaunchFolder;
import dev.switchyard.domain.launch.LaunchClaude;
import dev.switchyard.domain.launch.LaunchFolder;
import dev.switchyard.domain.launch.OpenTerminal;
import dev.switchyard.domain.launch.PlanLaunch;
import dev.switchyard.domain.launch.preflight.GatherLaunchFacts;
import dev.switchyard.domain.launch.terminal.TerminalHost;
import dev.switchyard.domain.launch.terminal.Terminals;
import dev.switchyard.domain.log.LoggedTerminals;
import dev.switchyard.domain.preference.Preferences;
import dev.switchyard.domain.route.ExplainCloudOnce;
import dev.switchyard.ui.component.CopiedText;
import dev.switchyard.ui.launch.LaunchViewModel;
import dev.switchyard.ui.launch.OneOffs;
import dev.switchyard.ui.launch.Remedies;
import dev.switchyard.ui.shell.Notices;
import dev.switchyard.ui.task.Tasks;
import java.util.function.Supplier;

/// Wires what starts Claude Code in terminals.
final class LaunchWiring {
  private final Wiring wiring;
  private final Supplier<TerminalHost> host;
  private final Supplier<LaunchFolder> folder;
  private final Supplier<Terminals> terminals;
  private final Supplier<PlanLaunch> plans;
  private final Supplier<OpenTerminal> opener;
  private final Supplier<LaunchClaude> launcher;

  LaunchWiring(Wiring wiring, Lifetime lifetime) {
    this.wiring = wiring;
    host =
        lifetime.once(() ->
            new LoggedTerminals(
                new DesktopTerminals(
                    wiring.processes(),
                    wiring.surroundings(),
                    wiring.home().directory(),
                    wiring.home().state()),
                wiring.log()));
    folder = lifetime.once(() -> new PrivateLaunchFolder(wiring.home().state(), wiring.clock()));
    terminals = lifetime.once(() -> new Terminals(wiring.surroundings(), host.get()));
    plans =
        lifetime.once(() ->
            new PlanLaunch(
                wiring.routing().routes(),
                wiring.programs(),
                folder.get(),
                wiring.surroundings(),
                wiring.home()));
    opener = lifetime.once(() -> new OpenTerminal(host.get(), folder.get(), wiring.texts()::text));
    launcher =
        lifetime.once(() -> new LaunchClaude(facts(), plans.get(), terminals.get(), opener.get()));
  }

  private GatherLaunchFacts facts() {
    return new GatherLaunchFacts(
        wiring.routing().routes(),
        wiring.programs(),
        terminals.get(),
        new ClaudeFolderTrust(wiring.home().claudeData()),
        wiring::serverAt,
        wiring.checkContext(),
        wiring.routing().fallbacks()::offered,
        name -> wiring.surroundings().variable(name).isPresent());
  }

  /// One for each place that launches: each has its own project and its own warnings.
  LaunchViewModel model(
      Tasks tasks, Supplier<Preferences> preferences, Notices notices, Remedies remedies) {
    return new LaunchViewModel(
        tasks,
        launcher(),
        preferences,
        notices,
        CopiedText::put,
        remedies,
        new OneOffs(
            () -> ProjectsWiring.models(wiring),
            wiring.localOnce(),
            new ExplainCloudOnce(wiring.routes())));
  }

  LaunchClaude launcher() {
    return launcher.get();
  }

  Terminals terminals() {
    return terminals.get();
  }

  PlanLaunch plans() {
    return plans.get();
  }

  OpenTerminal opener() {
    return opener.get();
  }
}
