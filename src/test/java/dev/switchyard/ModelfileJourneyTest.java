package dev.switchyard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.adapter.demo.Setup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(value = OS.LINUX, disabledReason = "the machine of these tests is a Linux machine")
class ModelfileJourneyTest {
  @TempDir Path folder;

  @Test
  void sliderTextAndFormAreOneFile() throws IOException {
    try (var machine = SmallMachine.in(folder, Setup.instant());
        var window = machine.open()) {
      var person = new Person(window);
      openVariant(person);

      person.click("256K");
      person.sees("262144");
      person.drag("Context length", -120);
      person.seesNoMore("262144");
      person.fill("Context length", "128K");
      person.press(KeyCode.ENTER);
      person.sees("131072");

      person.tabTo("Modelfile as text");
      person.press(KeyCode.SHORTCUT, KeyCode.END);
      person.paste("PARAMETER top_k 41\nNONSENSE");
      person.sees("NONSENSE is not an instruction");
      for (int i = 0; i < "NONSENSE".length(); i++) {
        person.press(KeyCode.BACK_SPACE);
      }
      person.seesNoMore("NONSENSE is not an instruction");

      person.click("Build");
      person.sees("gemma4-claude is built");
      assertThat(machine.home().resolve(".ollama/Modelfiles/gemma4-claude"))
          .content()
          .contains("PARAMETER num_ctx 131072", "PARAMETER top_k 41");
    }
  }

  @Test
  void whatWasNotSavedIsThereAgainAtTheNextStart() throws IOException {
    try (var machine = SmallMachine.in(folder, Setup.instant())) {
      try (var window = machine.open()) {
        var person = new Person(window);
        openVariant(person);
        person.fill("Context length", "96K");
        person.press(KeyCode.ENTER);
        person.until(() -> holds(machine.home().resolve(".local/state/switchyard"), "98304"));
      }
      try (var window = machine.open()) {
        var person = new Person(window);
        openVariant(person);
        person.sees("98304");
        person.sees("not saved");
      }
    }
  }

  private static boolean holds(Path folder, String text) {
    try (var files = Files.walk(folder)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        if (Files.readString(file).contains(text)) {
          return true;
        }
      }
    } catch (IOException | UncheckedIOException _) {
      // It is being written: folder and files come and go.
    }
    return false;
  }

  private static void openVariant(Person person) {
    person.click("Models");
    person.click("gemma4:26b");
    person.click("Build a variant…");
    person.sees("TEMPLATE");
  }
}
