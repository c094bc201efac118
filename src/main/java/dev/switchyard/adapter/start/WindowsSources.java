package dev.switchyard.adapter.start;

import dev.switchyard.adapter.start.MachineEnvironments.Machine;
import dev.switchyard.adapter.start.MachineEnvironments.Sources;
import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.route.StartEnvironment;
import dev.switchyard.domain.route.StartEnvironment.Feed;
import dev.switchyard.domain.route.StartedFrom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Windows: the registry gives every new program its variables, the person's own before the
/// machine's. What a PowerShell profile adds in a terminal is not asked.
///
/// Source: Microsoft's documentation. It was not run on Windows.
final class WindowsSources implements Sources {
  private final Machine machine;

  WindowsSources(Machine machine) {
    this.machine = machine;
  }

  @Override
  public StartEnvironment of(StartedFrom from) {
    return switch (from) {
      case TERMINAL ->
          machine.terminal()
              ? StartEnvironment.own(machine.own())
              : registry(List.of(), List.of(), List.of(Message.of("route.start.profile-assumed")));
      case VSCODE -> {
        var settings = machine.editors().read();
        yield registry(
            settings.feed().stream().toList(),
            settings.unknown(),
            List.of(Message.of("route.start.vscode-assumed-windows")));
      }
      case DESKTOP -> registry(List.of(), List.of(), List.of());
    };
  }

  private StartEnvironment registry(
      List<Feed> above, List<Message> notes, List<Message> assumptions) {
    var feeds = new ArrayList<>(above);
    var unknown = new ArrayList<>(notes);
    var stores = machine.stores();
    var ofMachine = stores.registry(SystemStores.MACHINE_KEY, machine.own());
    var ofUser = stores.registry(SystemStores.USER_KEY, machine.own());
    add("route.feed.windows-user", ofUser, feeds, unknown);
    add("route.feed.windows-machine", ofMachine, feeds, unknown);
    return new StartEnvironment(feeds, unknown, assumptions);
  }

  private static void add(
      String name, Known<Map<String, String>> variables, List<Feed> feeds, List<Message> unknown) {
    switch (variables) {
      case Known.Value<Map<String, String>>(var found) ->
          feeds.add(new Feed(Message.of(name), Optional.empty(), found, Map.of()));
      case Known.Unknown<Map<String, String>>(var reason) -> unknown.add(reason);
    }
  }
}
