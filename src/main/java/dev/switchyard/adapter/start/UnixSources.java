package dev.switchyard.adapter.start;

import dev.switchyard.adapter.start.MachineEnvironments.Machine;
import dev.switchyard.adapter.start.MachineEnvironments.Sources;
import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.OperatingSystem;
import dev.switchyard.domain.route.StartEnvironment;
import dev.switchyard.domain.route.StartEnvironment.Feed;
import dev.switchyard.domain.route.StartedFrom;
import dev.switchyard.domain.start.LoginShell;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Linux and macOS: the session gives every program its variables, the login shell adds its own to
/// what runs in a terminal, and VS Code takes over the login shell's when it is started from the
/// desktop.
final class UnixSources implements Sources {
  /// What `TERM` is outside a terminal's window, where it is set at all.
  private static final Set<String> NO_TERMINAL = Set.of("dumb", "linux");

  private final Machine machine;
  private final OperatingSystem system;
  private @Nullable Known<LoginShell.Variables> answer;

  UnixSources(Machine machine, OperatingSystem system) {
    this.machine = machine;
    this.system = system;
  }

  @Override
  public StartEnvironment of(StartedFrom from) {
    return switch (from) {
      case TERMINAL -> machine.terminal() ? ownTerminal() : newTerminal();
      case VSCODE -> vsCode();
      case DESKTOP -> desktop();
    };
  }

  private StartEnvironment ownTerminal() {
    var name = machine.shells().shell().map(LoginShell::name).orElse("sh");
    return known(feed(Message.of("route.feed.own"), machine.own(), files(name)));
  }

  private StartEnvironment newTerminal() {
    return shellBased(List.of(), List.of(), LoginShell.Variables::terminal);
  }

  private StartEnvironment vsCode() {
    if (!machine.editors().isUsed()) {
      // Nobody starts anything from VS Code here, and the shell need not be asked.
      return of(StartedFrom.TERMINAL);
    }
    var settings = machine.editors().read();
    var base =
        shellBased(
            settings.feed().stream().toList(), settings.unknown(), LoginShell.Variables::login);
    return new StartEnvironment(
        base.feeds(), base.unknown(), List.of(Message.of("route.start.vscode-assumed")));
  }

  private interface Part {
    Map<String, String> of(LoginShell.Variables variables);
  }

  /// @param above feeds that are stronger than the shell
  private StartEnvironment shellBased(List<Feed> above, List<Message> notes, Part part) {
    var feeds = new ArrayList<>(above);
    var unknown = new ArrayList<>(notes);
    var shell = machine.shells().shell();
    switch (answer(shell)) {
      case Known.Value<LoginShell.Variables>(var variables) ->
          feeds.add(
              feed(
                  Message.of("route.feed.shell", shell.orElseThrow().program().toString()),
                  part.of(variables),
                  files(shell.orElseThrow().name())));
      case Known.Unknown<LoginShell.Variables>(var reason) -> {
        unknown.add(reason);
        feeds.add(feed(Message.of("route.feed.own"), machine.own(), List.of()));
      }
    }
    return new StartEnvironment(feeds, unknown, List.of());
  }

  /// Asking runs the person's start-up files, so one answer serves all starts.
  private Known<LoginShell.Variables> answer(Optional<LoginShell> shell) {
    var known = answer;
    if (known == null) {
      known =
          shell
              .map(machine.shells()::ask)
              .orElseGet(() -> Known.unknown(Message.of("route.start.no-shell")));
      answer = known;
    }
    return known;
  }

  private StartEnvironment desktop() {
    if (!machine.terminal() && !startedInTerminal()) {
      var session = Message.of("route.feed.session");
      return known(feed(session, machine.own(), machine.startup().ofSession()));
    }
    var store =
        system == OperatingSystem.MACOS
            ? machine.stores().launchd(machine.names())
            : machine.stores().systemd();
    return switch (store) {
      case Known.Value<Map<String, String>>(var variables) ->
          known(
              feed(
                  Message.of(
                      system == OperatingSystem.MACOS
                          ? "route.feed.launchd"
                          : "route.feed.systemd"),
                  variables,
                  machine.startup().ofSession()));
      case Known.Unknown<Map<String, String>>(var reason) ->
          new StartEnvironment(
              machine.startup().readable(machine.startup().ofSession()),
              List.of(Message.of("route.start.session-unknown", reason)),
              List.of());
    };
  }

  private boolean startedInTerminal() {
    return Optional.ofNullable(machine.own().get("TERM"))
        .filter(term -> !term.isBlank() && !NO_TERMINAL.contains(term))
        .isPresent();
  }

  /// What the session reads comes first: the shell may overrule it.
  private List<Path> files(String shell) {
    var files = new ArrayList<>(machine.startup().ofSession());
    files.addAll(machine.startup().ofShell(shell));
    return files;
  }

  private Feed feed(Message name, Map<String, String> variables, List<Path> files) {
    return new Feed(
        name,
        Optional.empty(),
        variables,
        machine.startup().probable(files, variables, machine.names()));
  }

  private static StartEnvironment known(Feed feed) {
    return new StartEnvironment(List.of(feed), List.of(), List.of());
  }
}
