package dev.switchyard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.adapter.demo.Setup;
import dev.switchyard.adapter.instance.SingleInstance;
import dev.switchyard.fake.Fx;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import javafx.scene.input.KeyCode;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Closing the window, a second start, and everything without a mouse.
@EnabledOnOs(value = OS.LINUX, disabledReason = "the machine of these tests is a Linux machine")
class WindowJourneyTest {
  @TempDir Path folder;
  private SmallMachine machine;
  private OpenWindow window;
  private Person person;

  @BeforeEach
  void open() throws IOException {
    machine = SmallMachine.in(folder, Setup.instant(), "website");
    window = machine.open();
    person = new Person(window);
  }

  @AfterEach
  void close() {
    window.close();
    machine.close();
  }

  @Test
  @Timeout(60)
  void theClosedWindowStaysInTheTrayUntilItIsStartedAgain() throws IOException {
    try (var _ = SingleInstance.claim(window.instancePlace(), window::bringToFront).orElseThrow()) {
      Fx.run(() -> window.tray().setVisible(true));
      askToClose();
      person.sees("Switchyard stays in the tray");
      person.click("Stay in the tray");
      // Without a window no frame is drawn in which one could wait.
      assertThat(isShowing()).isFalse();

      var second =
          SingleInstance.claim(
              window.instancePlace(),
              () -> {
                throw new AssertionError("the second is asked for its window");
              });
      assertThat(second).isEmpty();
      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
      while (!isShowing()) {
        assertThat(System.nanoTime()).as("waiting for the window").isLessThan(end);
        Thread.onSpinWait();
      }

      askToClose();
      assertThat(isShowing()).isFalse();
    }
  }

  @Test
  void theKeyboardAloneSwitchesAProject() throws IOException {
    person.press(KeyCode.SHORTCUT, KeyCode.DIGIT4);
    person.sees("website");
    person.tabTo("Route of website: Local");
    person.press(KeyCode.SPACE);
    person.tabTo("Write");
    person.press(KeyCode.SPACE);
    person.sees("with gemma4-claude");
    assertThat(machine.project("website").resolve(".claude/settings.json")).exists();

    person.press(KeyCode.SHORTCUT, KeyCode.DIGIT0);
    person.tabTo("Theme: Dark");
    person.press(KeyCode.SPACE);
    person.until(() ->
        window.scene().getStylesheets().stream().anyMatch(sheet -> sheet.endsWith("dark.css")));
  }

  private boolean isShowing() {
    return Fx.get(() -> window.stage().isShowing());
  }

  private void askToClose() {
    Fx.run(() ->
        window
            .stage()
            .fireEvent(new WindowEvent(window.stage(), WindowEvent.WINDOW_CLOSE_REQUEST)));
  }
}
