package dev.switchyard.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.domain.log.Crash;
import dev.switchyard.domain.preference.Preferences;
import dev.switchyard.fake.Fx;
import dev.switchyard.fake.look.Judgement;
import dev.switchyard.ui.text.Texts;
import dev.switchyard.ui.tray.ClosingDialog;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Dialogs have the window's scale, and stay on the screen with it.
class DialogScaleTest {
  private Stage stage;
  private PopupScale scale;

  @BeforeEach
  void show() {
    stage = Fx.show(new VBox(), 960, 600);
    Fx.run(() -> {
      new Appearance(stage.getScene(), Preferences.Theme.SYSTEM);
      scale = new PopupScale(stage);
    });
  }

  @AfterEach
  void close() {
    Fx.run(() -> {
      scale.close();
      List.copyOf(Window.getWindows()).forEach(Window::hide);
    });
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "de"})
  void theQuestionAtTheFirstClosingCanBeReadAt200Percent(String language) {
    Fx.run(() -> scale.set(2));

    Fx.run(() -> new ClosingDialog(stage, new Texts(Locale.of(language))).ask(false, _ -> {}));

    assertThat(judged()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "de"})
  void theReportOfAMistakeCanBeReadAt200Percent(String language) {
    Fx.run(() -> scale.set(2));

    Fx.run(() -> bug(language).show(new IllegalStateException("made to break")));

    assertThat(judged()).isEmpty();
  }

  @Test
  void aDialogIsAsMuchLargerAsTheWindowIs() {
    double plain = closingsHeight();
    Fx.run(() -> scale.set(1.5));

    assertThat(closingsHeight()).isBetween(plain * 1.4, plain * 1.6);
  }

  private double closingsHeight() {
    Fx.run(() -> new ClosingDialog(stage, new Texts(Locale.ENGLISH)).ask(true, _ -> {}));
    var dialog = dialog();
    Fx.pulse(dialog.getScene());
    double height =
        Fx.get(() -> {
          var button = dialog.getScene().getRoot().lookup(".button");
          return button.localToScene(button.getLayoutBounds()).getHeight();
        });
    Fx.run(dialog::hide);
    return height;
  }

  private BugDialog bug(String language) {
    return new BugDialog(
        Optional.of(stage),
        new Texts(Locale.of(language)),
        bug -> new Crash(bug.toString(), "a report", Optional.empty(), true),
        _ -> {},
        () -> {});
  }

  private List<String> judged() {
    var dialog = dialog();
    Fx.pulse(dialog.getScene());
    Fx.pulse(dialog.getScene());
    return Fx.get(() -> {
      var room = Screen.getPrimary().getVisualBounds();
      assertThat(room.contains(dialog.getX(), dialog.getY())).isTrue();
      assertThat(dialog.getX() + dialog.getWidth()).isLessThanOrEqualTo(room.getMaxX());
      assertThat(dialog.getY() + dialog.getHeight()).isLessThanOrEqualTo(room.getMaxY());
      assertThat(dialog.getScene().getRoot().lookupAll(".button"))
          .hasSizeGreaterThan(1)
          .allSatisfy(button -> assertThat(((Button) button).isTextTruncated()).isFalse());
      return Judgement.of(dialog.getScene().getRoot());
    });
  }

  private Stage dialog() {
    return Fx.get(() ->
        Window.getWindows().stream()
            .filter(window -> window instanceof Stage other && stage.equals(other.getOwner()))
            .map(Stage.class::cast)
            .findFirst()
            .orElseThrow());
  }
}
