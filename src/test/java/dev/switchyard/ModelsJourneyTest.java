package dev.switchyard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.adapter.demo.Setup;
import dev.switchyard.fake.HeldPace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(value = OS.LINUX, disabledReason = "the machine of these tests is a Linux machine")
class ModelsJourneyTest {
  @TempDir Path folder;

  @Test
  void aPullIsStoppedAndGoesOnWhereItWas() throws IOException {
    var time = new HeldPace(Setup.EPOCH);
    try (var machine = SmallMachine.in(folder, Setup.demo(time));
        var window = machine.open()) {
      var person = new Person(window);
      person.click("Models");

      person.click("Pull gemma4:31b");
      time.go(40);
      person.sees(" of 18.6 GiB");
      person.click("Cancel");
      person.sees("Pulling gemma4:31b was stopped at");

      time.goOn();
      person.click("Resume");
      person.sees("gemma4:31b is pulled");
    }
  }

  @Test
  void aModelComesIntoMemoryAndGoes() throws IOException {
    try (var machine = SmallMachine.in(folder, Setup.instant());
        var window = machine.open()) {
      var person = new Person(window);
      person.click("Models");

      person.click("gemma4-claude");
      person.click("Load and keep");
      person.sees("kept");
      assertThat(machine.server().vramBytesInUse()).isPositive();

      person.click("Unload");
      person.seesNoMore("kept");
      assertThat(machine.server().vramBytesInUse()).isZero();
    }
  }

  @Test
  void whatAProjectUsesIsNamedBeforeItIsDeleted() throws IOException {
    try (var machine = SmallMachine.in(folder, Setup.instant(), "website")) {
      var settings = machine.project("website").resolve(".claude/settings.json");
      Files.createDirectories(settings.getParent());
      Files.writeString(
          settings,
          """
          {"model": "gemma4-claude", "env": {"ANTHROPIC_BASE_URL": "%s"}}
          """
              .formatted(machine.server().url()));
      try (var window = machine.open()) {
        var person = new Person(window);
        person.click("Models");

        person.click("gemma4-claude");
        person.click("Delete…");
        person.sees("This project uses it and would fail");
        person.click("Keep it");
        person.seesNoMore("Delete gemma4-claude from this server?");

        person.click("nomic-embed-text");
        person.click("Delete…");
        person.click("Delete");
        person.seesNoMore("nomic-embed-text");
        person.sees("gemma4-claude");
      }
    }
  }
}
