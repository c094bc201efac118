package dev.switchyard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.fake.Fx;
import dev.switchyard.ui.shell.Screen;
import dev.switchyard.ui.text.Texts;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
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
      Fx.press(KeyCode.CONTROL, KeyCode.values()[KeyCode.DIGIT1.ordinal() + i]);
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

  private static String titleOf(Screen screen) {
    return new Texts(Locale.ENGLISH).text(screen.titleKey());
  }

  private String title() {
    return Fx.find(window.scene().getRoot(), ".sy-topbar .title", Label.class).getText();
  }
}
