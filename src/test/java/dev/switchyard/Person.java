package dev.switchyard;

import dev.switchyard.fake.Fx;
import dev.switchyard.ui.component.FrozenScroll;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Cell;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.testfx.api.FxRobot;

/// Somebody at the window, with mouse and keyboard: finds things by the words that stand on them,
/// or by the names that a screen reader says, and waits until they are there and stand still.
final class Person {
  static {
    // The robot of the headless platform needs no time for a key or on the way.
    System.setProperty("testfx.robot.write_sleep", "0");
    System.setProperty("testfx.robot.move_max_count", "1");
  }

  private static final int MOST_TABS = 80;

  private final OpenWindow window;
  private final FxRobot hands = new FxRobot();

  Person(OpenWindow window) {
    this.window = window;
  }

  /// Clicks what has this name or these words, the only such thing that can be clicked. A notice
  /// that lies above it is dismissed first.
  void click(String words) {
    while (true) {
      var target = standing(words, Node.class);
      var above = Fx.get(() -> noticeAbove(target));
      clickOn(above.orElse(target));
      if (above.isEmpty()) {
        return;
      }
    }
  }

  /// Clicks the arrow beside a button's words.
  void openMenuOf(String words) {
    clickOn(standing(words, SplitMenuButton.class).lookup(".arrow-button"));
  }

  private void clickOn(Node node) {
    var bounds = Fx.get(() -> node.localToScreen(node.getLayoutBounds()));
    hands.clickOn(bounds.getCenterX(), bounds.getCenterY());
  }

  /// Waits until it is there, in sight, and at the same place as a frame before, and so are the
  /// notices that may lie above it.
  private Node standing(String words, Class<? extends Node> kind) {
    var found = new ArrayList<Node>();
    var before = new ArrayList<Bounds>();
    try {
      until(() -> {
        found.clear();
        found.addAll(named(words, kind));
        var places = new ArrayList<Bounds>();
        for (var node : found) {
          reveal(node);
          places.add(node.localToScreen(node.getLayoutBounds()));
        }
        places.addAll(placesOfNotices());
        boolean stands = found.size() == 1 && places.equals(before);
        before.clear();
        before.addAll(places);
        return stands;
      });
    } catch (AssertionError e) {
      throw new AssertionError(
          "%d times there: %s, in %s".formatted(found.size(), words, Fx.get(Person::windows)), e);
    }
    return found.getFirst();
  }

  /// Replaces what a field holds.
  void fill(String field, String text) {
    clickOn(standing(field, TextInputControl.class));
    press(KeyCode.SHORTCUT, KeyCode.A);
    hands.write(text);
  }

  /// Puts a text where the cursor is, by the clipboard.
  void paste(String text) {
    Fx.run(() -> {
      var content = new ClipboardContent();
      content.putString(text);
      Clipboard.getSystemClipboard().setContent(content);
    });
    press(KeyCode.SHORTCUT, KeyCode.V);
  }

  /// Presses keys together.
  void press(KeyCode... keys) {
    hands.push(keys);
    Fx.settle();
  }

  /// Pulls the thumb of a slider sideways.
  ///
  /// @param by how far, in pixels; to the left where negative
  void drag(String name, double by) {
    var node = standing(name, Slider.class).lookup(".thumb");
    var bounds = Fx.get(() -> node.localToScreen(node.getLayoutBounds()));
    hands.drag(bounds.getCenterX(), bounds.getCenterY(), MouseButton.PRIMARY);
    hands.dropTo(bounds.getCenterX() + by, bounds.getCenterY());
  }

  /// Waits until somewhere in sight stands a text with these words in it.
  void sees(String words) {
    try {
      until(() -> texts().stream().anyMatch(text -> text.contains(words)));
    } catch (AssertionError e) {
      throw new AssertionError("nobody says: " + words + "; but " + Fx.get(this::texts), e);
    }
  }

  /// Waits until these words are gone.
  void seesNoMore(String words) {
    until(() -> texts().stream().noneMatch(text -> text.contains(words)));
  }

  void until(BooleanSupplier condition) {
    window.until(condition);
  }

  /// Goes on with the Tab key until this has the focus.
  void tabTo(String name) {
    var passed = new ArrayList<String>();
    while (!name.equals(focused())) {
      if (passed.size() > MOST_TABS) {
        throw new AssertionError("Tab does not reach " + name + ", only " + passed);
      }
      press(KeyCode.TAB);
      passed.add(focused());
    }
  }

  private String focused() {
    return Fx.get(() -> {
      var owner = window.scene().getFocusOwner();
      return owner == null ? "" : nameOf(owner);
    });
  }

  /// What is called so and can be used: what does something, or stands in a table, rather than what
  /// only says it.
  private List<Node> named(String words, Class<? extends Node> kind) {
    var found =
        all(node -> kind.isInstance(node) && !node.isDisabled() && words.equals(nameOf(node)));
    var doing =
        found.stream()
            .filter(node -> !(node instanceof Label) || node.getParent() instanceof Cell)
            .toList();
    return doing.isEmpty() ? found : doing;
  }

  private List<String> texts() {
    return all(_ -> true).stream()
        .map(node ->
            switch (node) {
              case Labeled labeled -> labeled.getText();
              case Text text -> text.getText();
              case TextInputControl field -> field.getText();
              default -> null;
            })
        .filter(Objects::nonNull)
        .toList();
  }

  private static List<String> windows() {
    return Window.getWindows().stream()
        .map(each -> "%s %s".formatted(each, each instanceof Stage stage ? stage.getTitle() : ""))
        .toList();
  }

  /// What is in sight in any window, menus and dialogs too.
  private static List<Node> all(Predicate<Node> wanted) {
    var found = new ArrayList<Node>();
    for (var each : List.copyOf(Window.getWindows())) {
      if (each.isShowing()) {
        collect(each.getScene().getRoot(), wanted, found);
      }
    }
    return found;
  }

  private static void collect(Node node, Predicate<Node> wanted, List<Node> found) {
    if (!node.isVisible()) {
      return;
    }
    if (wanted.test(node)) {
      found.add(node);
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> collect(child, wanted, found));
    }
  }

  /// As a screen reader says it.
  private static String nameOf(Node node) {
    if (node.getAccessibleText() != null) {
      return node.getAccessibleText();
    }
    return node instanceof Labeled labeled ? Objects.requireNonNullElse(labeled.getText(), "") : "";
  }

  /// Scrolls as far as it needs.
  private static void reveal(Node node) {
    for (Node above = node.getParent(); above != null; above = above.getParent()) {
      if (above instanceof FrozenScroll table) {
        table.reveal(node);
      } else if (above instanceof ScrollPane pane && pane.getContent() != null) {
        var content = pane.getContent();
        var place = content.sceneToLocal(node.localToScene(node.getLayoutBounds()));
        double hidden =
            content.getLayoutBounds().getHeight() - pane.getViewportBounds().getHeight();
        double top = pane.getVvalue() * hidden;
        if (hidden > 0
            && (place.getMinY() < top
                || place.getMaxY() > top + pane.getViewportBounds().getHeight())) {
          double middle = place.getCenterY() - pane.getViewportBounds().getHeight() / 2;
          pane.setVvalue(Math.clamp(middle / hidden, 0, 1));
        }
      }
    }
  }

  private List<Bounds> placesOfNotices() {
    return notices(window.scene())
        .map(notice -> notice.localToScreen(notice.getLayoutBounds()))
        .toList();
  }

  private static Stream<Node> notices(Scene scene) {
    return scene.getRoot().lookupAll(".sy-notices > .sy-message").stream();
  }

  /// What dismisses the notice that would get the click.
  private static Optional<Node> noticeAbove(Node node) {
    var bounds = node.localToScene(node.getLayoutBounds());
    var middle = new Point2D(bounds.getCenterX(), bounds.getCenterY());
    return notices(node.getScene())
        .filter(notice -> notice.contains(notice.sceneToLocal(middle)))
        .filter(notice -> !isWithin(node, notice))
        .flatMap(notice -> notice.lookupAll(".button").stream())
        .filter(button -> "Dismiss".equals(button.getAccessibleText()))
        .findFirst();
  }

  private static boolean isWithin(Node node, Node above) {
    for (Node each = node; each != null; each = each.getParent()) {
      if (each.equals(above)) {
        return true;
      }
    }
    return false;
  }
}
