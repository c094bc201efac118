package dev.switchyard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.adapter.demo.DemoTranscripts;
import dev.switchyard.adapter.demo.Setup;
import dev.switchyard.domain.preference.Preferences.Theme;
import dev.switchyard.fake.Fx;
import dev.switchyard.fake.Snapshots;
import dev.switchyard.ui.component.BarChart;
import dev.switchyard.ui.usage.UsageScreen;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(value = OS.LINUX, disabledReason = "the machine of these tests is a Linux machine")
class UsageJourneyTest {
  @TempDir Path folder;

  @Test
  void whatWasUsedIsSeenPricedAndExported() throws Exception {
    var file = folder.resolve("usage.csv");
    try (var machine = SmallMachine.in(folder, Setup.instant(), "billing-service", "website")) {
      try (var window = machine.open()) {
        var person = new Person(window);
        person.click("Usage");
        person.sees("Claude Code notes each answer in its transcripts");
        pictures(window, "usage-empty");

        DemoTranscripts.write(machine.home(), Setup.EPOCH);
        person.click("Overview");
        person.click("Usage");
        person.sees("enter its list prices");
        person.sees("counted as local because an Ollama answered");

        person.fill("Model of the cloud", "claude-sonnet-5");
        person.fill("In", "three");
        person.fill("Out", "15");
        person.fill("From cache", "0,30");
        person.fill("Currency", "USD");
        person.click("Keep");
        person.sees("\"three\" is no amount");
        assertThat(machine.home().resolve(".config/switchyard/prices.json")).doesNotExist();
        person.fill("In", "3");
        person.click("Keep");
        person.sees("With the prices that you entered for claude-sonnet-5");
        person.sees("Electricity, hardware and your time are not in it");
        pictures(window, "usage");

        saveTo(window, file);
        person.click("Export as CSV…");
        person.sees("What is shown is written to");
        assertThat(Files.readString(file))
            .startsWith("day,project,model,place,")
            .contains("2026-04-20," + machine.project("billing-service") + ",gemma4-claude,local,");

        person.click("Days: 7 days");
        person.sees("In the last 7 days");
        walksThroughTheDays(window);

        person.click("Remove");
        person.sees("enter its list prices");
      }
    }
  }

  private static void walksThroughTheDays(OpenWindow window) {
    var chart = Fx.get(() -> (BarChart) window.scene().lookup(".sy-bar-chart"));
    Fx.run(chart::requestFocus);
    var last = Fx.get(chart::getAccessibleText);
    assertThat(last).contains("Apr 20, 2026");
    Fx.press(KeyCode.HOME);
    assertThat(Fx.get(chart::getAccessibleText)).contains("Apr 14, 2026");
    Fx.press(KeyCode.END);
    assertThat(Fx.get(chart::getAccessibleText)).isEqualTo(last);
  }

  /// The headless window has no dialog of a system.
  private static void saveTo(OpenWindow window, Path file) {
    Fx.run(() ->
        window.wired().screens().stream()
            .filter(UsageScreen.class::isInstance)
            .map(UsageScreen.class::cast)
            .forEach(screen -> screen.setSaveDialog(_ -> Optional.of(file))));
  }

  private static void pictures(OpenWindow window, String name) {
    picture(window, name + "-light", Theme.LIGHT, 1280, 800);
    picture(window, name + "-dark", Theme.DARK, 1280, 800);
    picture(window, name + "-small", Theme.LIGHT, 960, 600);
  }

  private static void picture(
      OpenWindow window, String name, Theme theme, double width, double height) {
    Fx.run(() -> {
      window.wired().preferences().change(before -> before.withTheme(theme));
      window.stage().setWidth(width);
      window.stage().setHeight(height);
    });
    window.settle();
    Fx.run(() -> Snapshots.write(name, window.scene(), width, height));
  }
}
