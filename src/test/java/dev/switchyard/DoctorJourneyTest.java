package dev.switchyard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.adapter.demo.Setup;
import dev.switchyard.fake.Fx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// A project whose requests fail, and somebody who opens the doctor.
@EnabledOnOs(value = OS.LINUX, disabledReason = "the machine of these tests is a Linux machine")
class DoctorJourneyTest {
  @TempDir Path folder;
  private SmallMachine machine;
  private Path settings;
  private byte[] before;
  private OpenWindow window;
  private Person person;

  @BeforeEach
  void open() throws IOException {
    machine = SmallMachine.in(folder, Setup.instant(), "website");
    machine.installClaude();
    settings = machine.project("website").resolve(".claude/settings.json");
    Files.createDirectories(settings.getParent());
    Files.writeString(
        settings,
        """
        {
          "theme": "dark",
          "env": {
            "ANTHROPIC_BASE_URL": "%s/v1",
            "ANTHROPIC_MODEL": "gemma4-claude"
          }
        }
        """
            .formatted(machine.server().url()));
    before = Files.readAllBytes(settings);
    window = machine.open();
    person = new Person(window);
  }

  @AfterEach
  void close() {
    window.close();
    machine.close();
  }

  @Test
  void aFixIsShownCarriedOutVerifiedAndTakenBack() throws IOException {
    examine();
    person.sees("The address ends in /v1");
    person.sees("Change ~/src/website/.claude/settings.json");
    assertThat(settings).hasBinaryContent(before);

    person.click("Fix: The address ends in /v1");
    person.sees("Mended, and verified by asking again.");
    person.sees("Nothing is wrong with website.");
    assertThat(settings).content().doesNotContain("/v1\"").contains("\"theme\": \"dark\"");

    person.click("Undo");
    person.sees("The address ends in /v1");
    assertThat(settings).hasBinaryContent(before);
  }

  @Test
  void fromWhatIsMendedTheWayLeadsToTheProof() {
    examine();
    person.click("Fix: The address ends in /v1");
    person.sees("Nothing is wrong with website.");

    person.click("Verify…");

    person.sees("Configured, not proven.");
  }

  @Test
  void theKeyboardOpensAFindingAndF5AsksAgain() {
    examine();
    person.sees("No credential is set");
    Fx.run(() -> window.scene().getRoot().lookup(".finding .fold-line").requestFocus());

    person.press(KeyCode.DOWN);
    person.press(KeyCode.ENTER);
    person.sees("Claude Code asks for a login that no local server needs.");

    person.press(KeyCode.F5);
    person.until(() -> !window.examines());
    person.sees("Claude Code asks for a login that no local server needs.");
  }

  @Test
  void theReportHoldsNoNameOfTheHome() {
    examine();
    person.sees("The address ends in /v1");

    person.click("Copy report");

    person.sees("The report is on the clipboard");
    var report = Fx.get(() -> Clipboard.getSystemClipboard().getString());
    assertThat(report).contains("error base-url-v1:").doesNotContain(machine.home().toString());
  }

  private void examine() {
    person.click("Projects");
    person.click("Check this project");
    person.until(() -> !window.examines());
  }
}
