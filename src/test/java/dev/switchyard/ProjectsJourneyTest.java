package dev.switchyard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.adapter.demo.Setup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(value = OS.LINUX, disabledReason = "the machine of these tests is a Linux machine")
class ProjectsJourneyTest {
  @TempDir Path folder;
  private SmallMachine machine;
  private OpenWindow window;
  private Person person;

  @BeforeEach
  void open() throws IOException {
    machine = SmallMachine.in(folder, Setup.instant(), "website");
    machine.installClaude();
    machine.installTerminal();
    window = machine.open();
    person = new Person(window);
    person.click("Projects");
  }

  @AfterEach
  void close() {
    window.close();
    machine.close();
  }

  @Test
  void aSwitchIsShownWrittenAndTakenBack() throws IOException {
    var settings = machine.project("website").resolve(".claude/settings.json");

    person.click("Route of website: Local");
    person.sees("Create ~/src/website/.claude/settings.json");
    assertThat(settings).doesNotExist();
    person.click("Write");
    person.sees("with gemma4-claude");
    assertThat(settings).content().contains("\"ANTHROPIC_AUTH_TOKEN\": \"ollama\"");

    person.click("Dismiss");
    person.click("Undo");
    person.sees("Took back the switch to Local");
    assertThat(settings).doesNotExist();
  }

  @Test
  void aProjectStaysInTheCloudWhereTheDefaultIsLocal() throws IOException {
    person.click("Default route: Local");
    person.click("Write");
    person.until(() -> Files.exists(machine.home().resolve(".claude/settings.json")));
    person.sees("127.0.0.1");

    person.click("Route of website: Cloud");
    person.click("Write");
    person.sees("api.anthropic.com");
    var settings = machine.project("website").resolve(".claude/settings.json");
    assertThat(settings).content().contains("\"ANTHROPIC_BASE_URL\": \"\"");

    person.click("Route of website: Inherit");
    person.click("Write");
    person.seesNoMore("api.anthropic.com");
    assertThat(settings).doesNotExist();
  }

  @Test
  void theScreenSaysWhyAndWhatAModelWouldDo() {
    person.click("Route of website: Local");
    person.click("Write");
    person.sees("ANTHROPIC_BASE_URL");

    person.fill("A model to type after /model", "claude-sonnet-4-6");
    person.click("What would it do?");
    person.sees("claude-sonnet-4-6");

    person.click("History");
    person.sees("~/src/website/.claude/settings.json");
  }

  @Test
  void oneTaskGoesToTheCloudAndTheProjectStaysLocal() throws IOException {
    person.click("Route of website: Local");
    person.click("Write");
    person.sees("with gemma4-claude");
    var settings = machine.project("website").resolve(".claude/settings.json");
    var before = Files.readString(settings);

    person.openMenuOf("Launch");
    person.click("One-off in the cloud…");
    person.fill("Task", "Refactor the auth module");
    person.click("Run in a terminal");
    person.until(() -> Files.exists(machine.started()));

    assertThat(machine.started()).content().contains("word Refactor the auth module");
    assertThat(settings).hasContent(before);
  }
}
