package dev.switchyard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.adapter.demo.Setup;
import dev.switchyard.fake.Fx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Node;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(value = OS.LINUX, disabledReason = "the machine of these tests is a Linux machine")
class SettingsJourneyTest {
  @TempDir Path folder;

  @Test
  void looksChangeAtOnceAndAreThereAgain() throws IOException {
    try (var machine = SmallMachine.in(folder, Setup.instant())) {
      try (var window = machine.open()) {
        var person = new Person(window);
        person.click("Settings");
        person.click("Theme: Light");
        person.until(() -> !isDark(window));

        person.click("Theme: Dark");
        person.until(() -> isDark(window));
        double width = Fx.get(() -> titleWidth(window));
        person.click("Scale");
        person.click("200 %");
        person.until(() -> titleWidth(window) > 1.9 * width);
        // What is drawn twice as large is clicked where it is drawn.
        person.click("When closed: Quit");
      }
      assertThat(machine.home().resolve(".config/switchyard/settings.json"))
          .content()
          .contains("\"dark\"", "200", "\"quit\"");
      try (var window = machine.open()) {
        assertThat(Fx.get(() -> isDark(window))).isTrue();
      }
    }
  }

  @Test
  void aFileThatCannotBeReadIsSaidAndKept() throws IOException {
    try (var machine = SmallMachine.in(folder, Setup.instant())) {
      var kept = machine.home().resolve(".config/switchyard/settings.json");
      Files.createDirectories(kept.getParent());
      Files.writeString(kept, "{broken");
      try (var window = machine.open()) {
        var warnings = Fx.get(() -> window.scene().getRoot().lookupAll(".sy-notices .sy-message"));
        assertThat(warnings)
            .extracting(Node::getAccessibleText)
            .anyMatch(text -> text.contains("settings.unreadable-1.json"));
      }
      assertThat(kept).hasContent("{broken");
    }
  }

  private static boolean isDark(OpenWindow window) {
    return window.scene().getStylesheets().stream().anyMatch(sheet -> sheet.endsWith("dark.css"));
  }

  private static double titleWidth(OpenWindow window) {
    var title = window.scene().getRoot().lookup(".sy-topbar .title");
    return title.localToScreen(title.getLayoutBounds()).getWidth();
  }
}
