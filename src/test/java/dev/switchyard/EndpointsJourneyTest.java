package dev.switchyard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.adapter.demo.Setup;
import dev.switchyard.adapter.demo.SimulatedOllama;
import dev.switchyard.domain.Home;
import dev.switchyard.fake.RecordedEndpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// A second Ollama and a gateway that asks for a token, through the window.
@EnabledOnOs(value = OS.LINUX, disabledReason = "the machine of these tests is a Linux machine")
class EndpointsJourneyTest {
  @TempDir Path folder;

  @Test
  void aSecondOllamaAndAGatewayAreNamedChangedRemovedAndHadBack() throws IOException {
    try (var machine = SmallMachine.in(folder, Setup.instant());
        var second = SimulatedOllama.start(Setup.instant());
        var gateway = RecordedEndpoint.start("litellm");
        var window = machine.open()) {
      var person = new Person(window);
      person.click("Endpoints");
      person.sees("The team's GPU box");

      person.click("Add endpoint…");
      person.fill("Address", second.url() + "/v1");
      person.press(KeyCode.ENTER);
      person.sees("That is certain.");
      person.fill("Name", "second");
      person.click("Save");
      person.sees("second");

      person.click("Add endpoint…");
      person.fill("Address", gateway.url().toString());
      person.click("Detect");
      person.click("What was seen");
      person.sees("It says that it is alive");
      person.fill("Name", "team");
      person.click("Token: Word");
      person.fill("Word", "sk-ant-api03-abcdef");
      person.sees("This looks like a real key.");
      person.click("Token: Variable");
      person.fill("Variable's name", "TEAM_TOKEN");
      person.sees("TEAM_TOKEN is not set in the environment");
      person.click("Save");
      person.sees("token from $TEAM_TOKEN");

      var file = Home.below(machine.home()).configuration().resolve("endpoints.json");
      assertThat(Files.readString(file))
          .contains("\"second\"", second.url().toString(), "\"gateway\"", "\"TEAM_TOKEN\"")
          .doesNotContain("sk-ant", "/v1");
      assertThat(gateway.credentials).isEmpty();

      person.click("Edit…");
      person.fill("Name", "proxy");
      person.click("Save");
      person.seesNoMore("team");
      assertThat(Files.readString(file)).contains("\"proxy\"").doesNotContain("\"team\"");

      person.click("Remove…");
      person.sees("proxy is no longer in the list.");
      assertThat(Files.readString(file)).doesNotContain("\"proxy\"");
      person.click("Undo");
      person.seesNoMore("is no longer in the list.");
      assertThat(Files.readString(file)).contains("\"proxy\"", "\"TEAM_TOKEN\"");
    }
  }

  @Test
  void endpointsAreTestedSideBySide() throws IOException {
    try (var machine = SmallMachine.in(folder, Setup.instant());
        var second = SimulatedOllama.start(Setup.instant());
        var gateway = RecordedEndpoint.start("vllm-with-key")) {
      var file = Home.below(machine.home()).configuration().resolve("endpoints.json");
      add(machine, "second", second.url().toString(), "ollama");
      add(machine, "team", gateway.url().toString(), "vllm");
      assertThat(file).exists();
      try (var window = machine.open()) {
        var person = new Person(window);
        person.click("Endpoints");
        person.sees("Not tested");
        person.click("Test all");
        person.sees("Answered at");
        person.sees("Not in order at");
        person.click("team");
        person.sees("it wants a token, or another one");
        person.click("second");
        person.sees("needs no token");
      }
      assertThat(gateway.credentials).isEmpty();
    }
  }

  private static void add(SmallMachine machine, String name, String url, String kind) {
    var run =
        CommandRun.of(
            "endpoint", "add", name, url, "--kind", kind, "--home", machine.home().toString());
    assertThat(run.code()).as(run.err()).isZero();
  }

  @Test
  void aFileThatIsNoJsonIsToldWithItsPlaceAndLeftAlone() throws IOException {
    try (var machine = SmallMachine.in(folder, Setup.instant());
        var window = machine.open()) {
      var file = Home.below(machine.home()).configuration().resolve("endpoints.json");
      Files.createDirectories(file.getParent());
      Files.writeString(file, "{\"endpoints\": [,]}");
      var person = new Person(window);
      person.click("Endpoints");
      person.sees("line 1, column");
      person.click("Add endpoint…");
      person.fill("Address", machine.server().url().toString());
      person.press(KeyCode.ENTER);
      person.sees("That is certain.");
      person.click("Save");
      person.sees("Nothing was changed");
      assertThat(file).hasContent("{\"endpoints\": [,]}");
    }
  }
}
