package dev.switchyard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.domain.preference.Preferences;
import dev.switchyard.fake.Fx;
import dev.switchyard.fake.look.FocusRing;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Walks through the whole window with the keyboard alone.
class KeyboardTest {
  /// More than any screen has controls.
  private static final int MOST_STEPS = 150;

  private static OpenWindow window;

  @BeforeAll
  static void open() {
    window = OpenWindow.demo();
    window.load("gemma4-claude");
  }

  @AfterAll
  static void close() {
    window.close();
  }

  @ParameterizedTest
  @EnumSource(names = {"LIGHT", "DARK"})
  void tabReachesEveryControlAndEachShowsThatItHasTheKeyboard(Preferences.Theme theme) {
    Fx.run(() -> window.wired().preferences().change(before -> before.withTheme(theme)));
    var faults = new ArrayList<String>();
    for (var screen : window.wired().screens()) {
      window.show(screen.id());
      var reached = walk(screen.id(), faults);
      var missed = new LinkedHashSet<>(controls());
      missed.removeAll(reached);
      missed.forEach(node -> faults.add(screen.id() + ": Tab does not reach " + node));
    }
    assertThat(faults).as("%s", theme).isEmpty();
  }

  @Test
  void escapeLeavesAChangeUnwritten() {
    window.show("projects");
    window.until(() -> window.scene().getRoot().lookupAll(".project-row").size() > 2);
    window.settle();
    Fx.run(() -> ofRow(".segment").requestFocus());
    Fx.press(KeyCode.SPACE);
    window.until(() -> isShown(".change-pane .combo-box"));

    Fx.run(() -> window.scene().getRoot().lookup(".change-pane .combo-box").requestFocus());
    Fx.press(KeyCode.ESCAPE);

    window.until(() -> !isShown(".change-pane .combo-box"));
  }

  @Test
  void arrowsGoFromProjectToProjectAndEnterChooses() {
    window.show("projects");
    window.until(() -> window.scene().getRoot().lookupAll(".project-row").size() > 2);
    window.settle();
    Fx.run(() -> window.scene().getRoot().lookup(".project-row").requestFocus());

    Fx.press(KeyCode.DOWN);
    Fx.press(KeyCode.ENTER);

    var chosen = Fx.find(window.scene().getRoot(), ".project-card .card-title", Label.class);
    window.until(() -> "mobile-app".equals(chosen.getText()));
  }

  private static Node ofRow(String selector) {
    return window.scene().getRoot().lookup(".project-row " + selector);
  }

  private static boolean isShown(String selector) {
    return Optional.ofNullable(window.scene().getRoot().lookup(selector))
        .filter(node -> isSeen(node))
        .isPresent();
  }

  /// Presses Tab until the focus comes back to where it began.
  private static Set<Node> walk(String screen, List<String> faults) {
    Fx.run(() -> window.scene().getRoot().lookup(".nav-item").requestFocus());
    var first = window.scene().getFocusOwner();
    var reached = new LinkedHashSet<Node>();
    for (int step = 0; step < MOST_STEPS; step++) {
      Fx.press(KeyCode.TAB);
      Fx.pulse(window.scene());
      var now = window.scene().getFocusOwner();
      if (!reached.add(now)) {
        faults.add(screen + ": Tab is caught in " + now);
        return reached;
      }
      Fx.run(() -> FocusRing.fault(now).ifPresent(fault -> faults.add(screen + ": " + fault)));
      if (now.equals(first)) {
        return reached;
      }
    }
    faults.add(screen + ": Tab does not come back to where it began");
    return reached;
  }

  private static List<Node> controls() {
    return Fx.get(() -> traversable(window.scene().getRoot()));
  }

  private static List<Node> traversable(Node node) {
    if (!node.isVisible() || node.isDisabled()) {
      return List.of();
    }
    var found = new ArrayList<Node>();
    if (node.isFocusTraversable() && isSeen(node)) {
      found.add(node);
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> found.addAll(traversable(child)));
    }
    return found;
  }

  private static boolean isSeen(Node node) {
    Bounds bounds = node.getLayoutBounds();
    for (Node at = node; at != null; at = at.getParent()) {
      if (!at.isVisible()) {
        return false;
      }
    }
    return bounds.getWidth() > 0 && bounds.getHeight() > 0;
  }
}
