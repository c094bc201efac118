package dev.switchyard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.fake.Fx;
import dev.switchyard.fake.look.Places;
import dev.switchyard.ui.shell.Screen;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;

/// Asking anew, as each poll does, leaves every card and control of every screen where it is.
class StillWindowTest {
  private static final double[][] SIZES = {{960, 600}, {1280, 800}, {3840, 2160}};

  @Test
  void aPollMovesNothing() {
    try (var window = OpenWindow.demo()) {
      window.load("gemma4-claude");
      for (var screen : window.wired().screens()) {
        window.show(screen.id());
        awaitFigures(window, screen);
        for (var size : SIZES) {
          var before = places(window, size);
          Fx.run(screen::refresh);
          window.settle();
          window.until(() -> !screen.id().equals("doctor") || !window.examines());
          assertThat(places(window, size))
              .as("%s at %.0fx%.0f", screen.id(), size[0], size[1])
              .isEqualTo(before);
        }
      }
    }
  }

  /// What was really allocated is looked at some time after a load.
  private static void awaitFigures(OpenWindow window, Screen screen) {
    if (screen.id().equals("overview")) {
      window.until(() ->
          window.scene().getRoot().lookupAll(".loaded .hyperlink").stream()
              .anyMatch(Node::isVisible));
    }
  }

  /// In a window of that size, which may be larger than the screen.
  private static Map<String, String> places(OpenWindow window, double[] size) {
    return Fx.get(() -> {
      var root = window.scene().getRoot();
      window.scene().setRoot(new StackPane());
      var other = new Scene(root, size[0], size[1]);
      other.getStylesheets().setAll(window.scene().getStylesheets());
      try {
        return Places.of(other);
      } finally {
        other.setRoot(new StackPane());
        window.scene().setRoot(root);
      }
    });
  }
}
