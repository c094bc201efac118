package dev.switchyard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.adapter.demo.Setup;
import dev.switchyard.adapter.tray.StatusNotifierHost;
import dev.switchyard.real.VirtualDesktop;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The tray on a real session bus and the window beside it: what is switched in one is seen in the
/// other.
class TraySwitchIT {
  @TempDir Path folder;

  @Test
  void whatIsSwitchedInTheTrayIsSeenInTheWindowAndOnTheDiskAndTheOtherWayRound() throws Exception {
    try (var desktop = VirtualDesktop.start(Files.createDirectory(folder.resolve("run")))) {
      var bus = desktop.environment().get("DBUS_SESSION_BUS_ADDRESS");
      var place = Files.createDirectory(folder.resolve("machine"));
      try (var panel = new StatusNotifierHost(bus);
          var machine = SmallMachine.in(place, Setup.instant(), "notes")) {
        machine.set("DBUS_SESSION_BUS_ADDRESS", bus);
        try (var window = machine.open()) {
          switchBothWays(machine, window, panel);
        }
      }
    }
  }

  private static void switchBothWays(
      SmallMachine machine, OpenWindow window, StatusNotifierHost panel) throws Exception {
    var person = new Person(window);
    person.click("Projects");
    person.sees("api.anthropic.com");
    window.openTray();
    panel.awaitItem();
    panel.awaitMenu(lines -> lines.contains("notes: cloud"));

    panel.click("notes", "Local", "gemma4-claude");
    person.sees("with gemma4-claude");
    person.seesNoMore("api.anthropic.com");
    var settings = machine.project("notes").resolve(".claude/settings.json");
    assertThat(settings).content().contains("\"ANTHROPIC_MODEL\": \"gemma4-claude\"");

    person.click("Route of notes: Inherit");
    person.click("Write");
    panel.awaitMenu(lines -> lines.contains("notes: cloud"));
    assertThat(settings).doesNotExist();
  }
}
