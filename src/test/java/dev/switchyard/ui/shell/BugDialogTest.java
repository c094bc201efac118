package dev.switchyard.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.domain.log.Crash;
import dev.switchyard.fake.Fx;
import dev.switchyard.ui.text.Texts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.event.Event;
import javafx.scene.control.Button;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BugDialogTest {
  private final List<Path> opened = new ArrayList<>();
  private final AtomicInteger reports = new AtomicInteger();
  private final AtomicInteger quits = new AtomicInteger();
  private Stage stage;
  private BugDialog dialog;

  @BeforeEach
  void show() {
    Fx.start();
    stage = Fx.show(new VBox(), 300, 200);
    dialog =
        new BugDialog(
            Optional.of(stage),
            new Texts(Locale.ENGLISH),
            this::crash,
            opened::add,
            quits::incrementAndGet);
  }

  @AfterEach
  void close() {
    Fx.run(() -> List.copyOf(Window.getWindows()).forEach(Window::hide));
  }

  @Test
  void itSaysWhatHappenedAndWhatToDoAndGoesOn() {
    Fx.run(() -> dialog.show(new IllegalStateException("made to break")));

    assertThat(labels())
        .anyMatch(text -> text.contains("made to break"))
        .anyMatch(text -> text.contains("You can go on"))
        .anyMatch(text -> text.contains("crash.txt"));
    assertThat(Fx.get(() -> Fx.find(pane(), ".text-area", TextArea.class).getText()))
        .isEqualTo("the report");

    Fx.run(() -> button("Go on").fire());

    assertThat(quits).hasValue(0);
    assertThat(windows()).isEqualTo(1);
  }

  @Test
  void theReportCanBeCopiedAndFoundWhileTheDialogStaysOpen() {
    Fx.run(() -> dialog.show(new IllegalStateException("x")));

    Fx.run(() -> button("Copy report").fire());
    Fx.run(() -> button("Open folder").fire());

    assertThat(Fx.get(() -> Clipboard.getSystemClipboard().getString())).isEqualTo("the report");
    assertThat(opened).containsExactly(Path.of("/state/log"));
    assertThat(windows()).isEqualTo(2);
  }

  @Test
  void thePaneFillsItsWindow() {
    Fx.run(() -> dialog.show(new IllegalStateException("x")));
    Fx.pulse(Fx.get(() -> pane().getScene()));

    assertThat(Fx.get(() -> pane().getWidth())).isEqualTo(pane().getScene().getWidth());
  }

  @Test
  void oneDialogAtATime() {
    Fx.run(() -> {
      dialog.show(new IllegalStateException("first"));
      dialog.show(new IllegalStateException("second"));
    });

    assertThat(windows()).isEqualTo(2);
    assertThat(reports).hasValue(1);
  }

  @Test
  void quittingIsAChoice() {
    Fx.run(() -> dialog.show(new IllegalStateException("x")));
    Fx.run(() -> button("Quit Switchyard").fire());

    assertThat(quits).hasValue(1);
  }

  @Test
  void whereItCannotGoOnClosingTheDialogQuits() {
    Fx.run(() -> dialog.show(new OutOfMemoryError("x")));

    assertThat(labels()).anyMatch(text -> text.contains("it ends"));
    assertThat(buttons()).doesNotContain("Go on");

    Fx.run(() -> {
      var window = pane().getScene().getWindow();
      Event.fireEvent(window, new WindowEvent(window, WindowEvent.WINDOW_CLOSE_REQUEST));
    });

    assertThat(quits).hasValue(1);
  }

  private Crash crash(Throwable bug) {
    reports.incrementAndGet();
    return new Crash(
        bug.toString(),
        "the report",
        Optional.of(Path.of("/state/log/crash.txt")),
        !(bug instanceof Error));
  }

  private DialogPane pane() {
    return Fx.get(() ->
        Window.getWindows().stream()
            .map(window -> window.getScene().getRoot())
            .filter(DialogPane.class::isInstance)
            .map(DialogPane.class::cast)
            .findFirst()
            .orElseThrow());
  }

  private List<String> labels() {
    return Fx.get(() ->
        pane().lookupAll(".label").stream().map(Label.class::cast).map(Label::getText).toList());
  }

  private List<String> buttons() {
    return Fx.get(() -> pane().getButtonTypes().stream().map(type -> type.getText()).toList());
  }

  private Button button(String text) {
    var pane = pane();
    return pane.getButtonTypes().stream()
        .filter(type -> type.getText().equals(text))
        .map(pane::lookupButton)
        .map(Button.class::cast)
        .findFirst()
        .orElseThrow();
  }

  private static int windows() {
    return Fx.get(() -> Window.getWindows().size());
  }
}
