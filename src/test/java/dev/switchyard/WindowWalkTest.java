package dev.switchyard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.fake.Fx;
import dev.switchyard.ui.shell.Screen;
import dev.switchyard.ui.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Opens the real window on the simulated server and walks through every screen.
class WindowWalkTest {
  private final OpenWindow window = OpenWindow.demo();

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void everyScreenOpensWithoutAWordOfTrouble() {
    for (var screen : window.wired().screens()) {
      window.show(screen.id());
      assertThat(title()).isEqualTo(titleOf(screen));
    }
    assertThat(window.wired().notices().notices()).isEmpty();
    assertThat(Window.getWindows()).as("dialogs").containsExactly(window.stage());
  }

  @Test
  void theKeyboardReachesEveryScreen() {
    var screens = window.wired().screens();
    for (int i = screens.size() - 1; i >= 0; i--) {
      Fx.press(KeyCode.CONTROL, KeyCode.getKeyCode(String.valueOf((i + 1) % 10)));
      assertThat(title()).isEqualTo(titleOf(screens.get(i)));
    }
  }

  @Test
  void theWindowsHomeIsGoneAtTheEnd() {
    var home = window.home();
    assertThat(home).exists();

    window.close();

    assertThat(home).doesNotExist();
  }

  @Test
  void theChecklistLeadsToTheScreenThatDoesTheStep() throws IOException {
    routeNothing();
    window.until(() -> checklist().contains("No project uses it yet"));

    // By itself and not with the mouse: the list above it may still be growing.
    Fx.run(() -> button("Choose a project…").fire());

    assertThat(title()).isEqualTo("Projects");
  }

  @Test
  void theChecklistSeesWhatIsDoneElsewhere() throws IOException {
    routeNothing();
    window.show("settings");
    var project = window.home().resolve("src/website");
    Files.createDirectories(project.resolve(".claude"));
    Files.writeString(
        project.resolve(".claude/settings.json"),
        """
        {"model": "gemma4-claude", "env": {"ANTHROPIC_BASE_URL": "http://localhost:11434"}}
        """);
    Files.writeString(project.resolve("CLAUDE.md"), "# Website\n\n## Model setup\n");

    window.show("overview");

    window.until(() ->
        checklist()
            .containsAll(List.of("website uses it", "CLAUDE.md of website has the model setup")));
  }

  /// One of the demonstration's projects is routed already, in a way that needs a doctor.
  private void routeNothing() throws IOException {
    Files.delete(window.home().resolve("src/mobile-app/.claude/settings.json"));
    window.show("settings");
    window.show("overview");
  }

  private List<String> checklist() {
    return Fx.get(() ->
        window.scene().getRoot().lookupAll(".checklist .step .title").stream()
            .map(Text.class::cast)
            .map(Text::getText)
            .toList());
  }

  private Button button(String text) {
    return Fx.get(() ->
        window.scene().getRoot().lookupAll(".button").stream()
            .map(Button.class::cast)
            .filter(button -> text.equals(button.getText()))
            .findFirst()
            .orElseThrow());
  }

  private static String titleOf(Screen screen) {
    return new Texts(Locale.ENGLISH).text(screen.titleKey());
  }

  private String title() {
    return Fx.find(window.scene().getRoot(), ".sy-topbar .title", Label.class).getText();
  }
}
