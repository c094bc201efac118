package dev.switchyard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.adapter.demo.DemoReports;
import dev.switchyard.adapter.demo.Setup;
import dev.switchyard.adapter.file.ReportFiles;
import dev.switchyard.domain.Home;
import dev.switchyard.fake.Fx;
import dev.switchyard.fake.HeldPace;
import java.io.IOException;
import java.nio.file.Path;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The real probes through the window, against the simulated server.
@EnabledOnOs(value = OS.LINUX, disabledReason = "the machine of these tests is a Linux machine")
class CapabilitiesJourneyTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"0.25.0", "0.33.0"})
  void aModelThatShouldBeReadyIsProbedFromTheModelsScreenAndThenIs(String version)
      throws IOException {
    try (var machine = SmallMachine.in(folder, Setup.instant().withVersion(version));
        var window = machine.open()) {
      var person = new Person(window);
      person.click("Models");
      person.click("gemma4-claude");
      person.sees("should be ready");
      person.sees("Not probed yet.");

      person.click("Probe");
      person.sees("What works and what does not, measured");
      person.click("Probe gemma4-claude");
      person.sees("gemma4-claude is probed: ");
      person.click("Image by URL, gemma4-claude: refused");
      person.sees("A picture at an address that nobody serves.");
      person.sees("HTTP status 400");

      person.click("Models");
      person.sees("Ready for Claude Code: it was seen to stream");
    }
  }

  @Test
  void aModelWithoutToolsIsNotReadyAndTheScreenNamesTheProbe() throws IOException {
    try (var machine = machine(Setup.instant());
        var window = machine.open()) {
      var person = new Person(window);
      person.click("Models");
      person.click("codellama:7b");
      person.sees("a probe says no to: Tool call, streamed, Tool result round trip");
      person.sees("not ready");
    }
  }

  @Test
  void theKeyboardGoesThroughTheMatrixToTheEvidence() throws IOException {
    try (var machine = machine(Setup.instant());
        var window = machine.open()) {
      var person = new Person(window);
      person.click("Capabilities");
      person.click("Several turns, gemma4-claude: works");
      person.press(KeyCode.PAGE_DOWN);
      person.press(KeyCode.UP);
      person.sees("Too long prompt is reported – gemma4-claude");
      person.press(KeyCode.RIGHT);
      person.sees("Too long prompt is reported – codellama:7b");
      person.press(KeyCode.PAGE_UP);
      person.press(KeyCode.ENTER);
      person.press(KeyCode.SPACE);

      assertThat(Fx.get(() -> Clipboard.getSystemClipboard().getString()))
          .contains("Request 1 of 2: POST /v1/messages, HTTP status 200")
          .contains("\"model\" : \"codellama:7b\"");
    }
  }

  @Test
  void aReportOfAnotherServerVersionIsShownNoMore() throws IOException {
    try (var machine = machine(Setup.instant());
        var window = machine.open()) {
      var person = new Person(window);
      person.click("Capabilities");
      person.sees("since Ollama 0.33.0");
      person.click("Streaming, gemma4:26b: –");
      person.sees("the last report is of 0.32.15");
    }
  }

  @Test
  void aRunThatIsStoppedKeepsTheEarlierReport() throws IOException {
    var time = new HeldPace(Setup.EPOCH);
    try (var machine = machine(Setup.demo(time));
        var window = machine.open()) {
      var person = new Person(window);
      person.click("Capabilities");
      person.click("Probe");
      person.sees("1 of 16: Several turns");
      person.click("Cancel");
      person.sees("was stopped at 0 of 16. Nothing of it is kept");
      person.click("Streaming, gemma4-claude: works");
    }
  }

  @Test
  void aServerThatDiesInTheMiddleIsSaidAndTheEarlierReportStays() throws IOException {
    var time = new HeldPace(Setup.EPOCH);
    try (var machine = machine(Setup.demo(time));
        var window = machine.open()) {
      var person = new Person(window);
      person.click("Capabilities");
      person.click("Probe");
      person.sees("1 of 16: Several turns");
      machine.server().close();
      person.sees("The probe of gemma4-claude came to no end, and nothing of it is kept.");
      person.sees("Open Overview");
    }
  }

  /// With the reports of the demonstration.
  private SmallMachine machine(Setup setup) throws IOException {
    var machine = SmallMachine.in(folder, setup);
    DemoReports.fill(
        new ReportFiles(Home.below(machine.home()).state()), setup, machine.server().url());
    return machine;
  }
}
