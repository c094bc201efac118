package dev.switchyard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.adapter.demo.Setup;
import dev.switchyard.fake.Snapshots;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// A teammate opens a project that brings the team's setup along.
@EnabledOnOs(value = OS.LINUX, disabledReason = "the machine of these tests is a Linux machine")
class TeamJourneyTest {
  private static final String SHARED =
      """
      {
        "schema": 1,
        "endpoints": [
          {"name": "llm", "kind": "gateway", "url": "https://llm.example",
           "token": {"command": "secret-tool lookup service llm"}}
        ],
        "variants": [
          {"name": "coder", "modelfile": ["FROM gemma4:26b", "PARAMETER num_ctx 65536"]}
        ],
        "route": {"endpoint": "llm", "model": "qwen3", "contextTokens": 65536}
      }
      """;

  @TempDir Path folder;
  private SmallMachine machine;
  private OpenWindow window;
  private Person person;

  @BeforeEach
  void open() throws IOException {
    machine = SmallMachine.in(folder, Setup.instant(), "website");
    Files.writeString(machine.project("website").resolve(".switchyard.json"), SHARED);
    window = machine.open();
    person = new Person(window);
  }

  @AfterEach
  void close() {
    window.close();
    machine.close();
  }

  @Test
  void aTeamsSetupIsReviewedTakenOverAndTakenBack() {
    var settings = machine.project("website").resolve(".claude/settings.local.json");
    var endpoints = machine.home().resolve(".config/switchyard/endpoints.json");
    var modelfile = machine.home().resolve(".ollama/Modelfiles/coder");
    person.click("Projects");
    person.click("Review");
    person.sees("Leaves this machine: requests go to llm.example");
    person.sees("Runs a program on this machine");
    picture("team-review");

    assertThat(machine.home().resolve(".config/switchyard/endpoints.json")).doesNotExist();
    assertThat(window.scene().getRoot().lookup(".team-pane .accent").isDisabled()).isTrue();

    person.click(
        "Let llm run this program on this machine and send what it prints to llm.example:"
            + " secret-tool lookup service llm");
    person.click("Apply");
    person.sees("The team's setup is taken over");
    assertThat(settings).content().contains("https://llm.example", "secret-tool");
    assertThat(endpoints).content().contains("llm");
    assertThat(modelfile).content().contains("num_ctx 65536");

    person.click("Undo the import");
    person.sees("The import is taken back");
    assertThat(settings).doesNotExist();
    assertThat(modelfile).doesNotExist();
    assertThat(endpoints).content().doesNotContain("llm.example");
    person.sees("is in this project");
    picture("team-note");
  }

  @Test
  void aFileThatIsNotToBeUsedIsNamedAndNothingElseHappens() throws IOException {
    Files.writeString(
        machine.project("website").resolve(".switchyard.json"), SHARED.replace("llm\"", "../x\""));
    person.click("Projects");
    person.sees("The shared setup cannot be used. Line 4");
    assertThat(machine.home().resolve(".config/switchyard/endpoints.json")).doesNotExist();
  }

  private void picture(String name) {
    window.settle();
    Snapshots.write(name, window.scene(), 1280, 800);
    Snapshots.write(name + "-small", window.scene(), 960, 600);
  }
}
