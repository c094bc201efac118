package dev.switchyard.domain.launch;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.launch.preflight.GatherLaunchFacts;
import dev.switchyard.domain.launch.preflight.LaunchWarning;
import dev.switchyard.domain.launch.preflight.Preflight;
import dev.switchyard.domain.launch.shell.Shell;
import dev.switchyard.domain.launch.terminal.Terminals;
import dev.switchyard.domain.preference.Preferences;
import dev.switchyard.domain.route.RouteChoice;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The use case behind every launch button and the command `launch`: check, open, or give the text
/// to paste.
public final class LaunchClaude {
  private final GatherLaunchFacts facts;
  private final PlanLaunch planner;
  private final Terminals terminals;
  private final OpenTerminal opener;

  public LaunchClaude(
      GatherLaunchFacts facts, PlanLaunch planner, Terminals terminals, OpenTerminal opener) {
    this.facts = facts;
    this.planner = planner;
    this.terminals = terminals;
    this.opener = opener;
  }

  /// What would go wrong, most serious first.
  ///
  /// @param terminal the id of the terminal for this launch; empty for what the settings say
  /// @param expected what the person chose for this project in Switchyard
  /// @throws PortException if the settings cannot be read at all
  public List<LaunchWarning> check(
      LaunchRequest request,
      Optional<String> terminal,
      Preferences preferences,
      Optional<RouteChoice> expected)
      throws PortException {
    var found = facts.gather(request, terminal, preferences, expected);
    return switch (request.task()) {
      case LaunchRequest.Task.CloudOnce _ -> Preflight.checkInCloud(found);
      case LaunchRequest.Task.Session _,
          LaunchRequest.Task.QuickTest _,
          LaunchRequest.Task.LocalOnce _ ->
          Preflight.check(found);
    };
  }

  /// A project that is local only is launched nowhere else, whatever was passed over before.
  private void refuseForbidden(LaunchRequest request) throws PortException {
    var reason = facts.forbidden(request);
    if (reason.isPresent()) {
      throw new PortException(PortException.Kind.REFUSED, reason.get());
    }
  }

  /// Opens the terminal.
  ///
  /// @throws PortException REFUSED where the project is local only and this would leave it
  /// @return the script that runs in it
  public Path open(LaunchRequest request, Optional<String> terminal, Preferences preferences)
      throws PortException {
    refuseForbidden(request);
    var chosen = terminals.choose(terminal, preferences);
    return opener.open(planner.forTerminal(request), chosen);
  }

  /// One line for the person's own terminal.
  ///
  /// @throws PortException REFUSED where this shell cannot write what the line would have to hold
  public String line(LaunchRequest request, Shell shell) throws PortException {
    refuseForbidden(request);
    var invocation = planner.forPasting(request).invocation();
    if (!shell.canWrite(invocation)) {
      throw new PortException(
          PortException.Kind.REFUSED, Message.of("launch.shell-cannot-write", shell.displayName()));
    }
    return shell.line(invocation);
  }
}
