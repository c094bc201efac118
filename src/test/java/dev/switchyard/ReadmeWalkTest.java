package dev.switchyard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.adapter.demo.Setup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The README's walk with mouse and keyboard: from a machine with neither Claude Code nor a model
/// to Claude Code started on a model of its own.
@EnabledOnOs(value = OS.LINUX, disabledReason = "the programs on its search path are shell scripts")
class ReadmeWalkTest {
  @TempDir Path folder;

  @Test
  void fromAnEmptyMachineToClaudeCodeOnAModelOfOnesOwn() throws IOException {
    var nothing = Setup.instant().withInstalled(List.of());
    try (var machine = SmallMachine.in(folder, nothing, "website");
        var window = machine.open()) {
      var person = new Person(window);

      person.sees("Claude Code is not installed");
      person.click("Copy install command");
      person.sees("The command is copied");
      machine.installClaude();
      machine.installTerminal();
      person.sees("Claude Code 2.1.330");

      person.click("Pull it…");
      person.sees("gemma4:26b is pulled");

      person.click("Overview");
      person.click("Build it…");
      person.click("Build");
      person.sees("gemma4-claude is built");

      person.click("Overview");
      person.click("Choose a project…");
      person.click("Route of website: Local");
      person.click("Write");
      person.sees("configured, not proven");
      assertThat(machine.project("website").resolve(".claude/settings.json"))
          .content()
          .contains("\"model\": \"gemma4-claude\"", machine.server().url().toString());

      person.click("Overview");
      person.click("Launch");
      person.until(() -> Files.exists(machine.started()));
      assertThat(machine.started())
          .content()
          .contains("in " + machine.project("website"), "gemma4-claude");

      person.click("Add it…");
      person.click("Write");
      person.click("Overview");
      person.sees("CLAUDE.md of website has the model setup");
    }
  }
}
