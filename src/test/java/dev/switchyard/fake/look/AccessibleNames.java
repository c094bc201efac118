package dev.switchyard.fake.look;

import dev.switchyard.ui.component.Figure;
import dev.switchyard.ui.component.Sparkline;
import dev.switchyard.ui.component.StackedBar;
import dev.switchyard.ui.component.StateDot;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import jfx.incubator.scene.control.richtext.CodeArea;
import org.jspecify.annotations.Nullable;

/// Whether a screen reader can say what each control is: a button by its text, all others by their
/// accessible text or the label that belongs to them.
public final class AccessibleNames {
  private final List<String> faults = new ArrayList<>();
  private final Set<Node> labelled = new HashSet<>();

  private AccessibleNames() {}

  /// @return one line for each control without a name
  public static List<String> faults(Parent root) {
    var names = new AccessibleNames();
    Nodes.visible(root).forEach(names::learn);
    names.walk(root);
    return names.faults;
  }

  private void learn(Node node) {
    if (node instanceof Label label && label.getLabelFor() != null && !isBlank(label.getText())) {
      labelled.add(label.getLabelFor());
    }
  }

  private void walk(Node node) {
    if (!node.isVisible()) {
      return;
    }
    if (needsName(node) && !hasName(node)) {
      faults.add("no accessible name: " + Nodes.describe(node));
    }
    if (node.isFocusTraversable() && node.getAccessibleRole() == AccessibleRole.PARENT) {
      faults.add("can have the focus but has no role: " + Nodes.describe(node));
    }
    if (node instanceof Parent parent && !isOneForAReader(node)) {
      parent.getChildrenUnmodifiable().forEach(this::walk);
    }
  }

  private static boolean needsName(Node node) {
    return switch (node) {
      case ScrollBar _, ScrollPane _ -> false;
      case ButtonBase _, TextInputControl _, ComboBoxBase<?> _, ChoiceBox<?> _, Slider _ -> true;
      case TableView<?> _, TabPane _, ProgressIndicator _, CodeArea _ -> true;
      case StateDot _, Sparkline _, StackedBar _, Figure _ -> true;
      default -> node.isFocusTraversable();
    };
  }

  private boolean hasName(Node node) {
    return !isBlank(node.getAccessibleText())
        || labelled.contains(node)
        || node instanceof Labeled labeled && !isBlank(labeled.getText());
  }

  /// What such a control is made of says nothing by itself.
  private static boolean isOneForAReader(Node node) {
    return node instanceof Control
        && switch (node) {
          case TextInputControl _, ComboBoxBase<?> _, ChoiceBox<?> _, Slider _ -> true;
          case ButtonBase _, CodeArea _, ProgressIndicator _ -> true;
          default -> false;
        };
  }

  private static boolean isBlank(@Nullable String text) {
    return text == null || text.isBlank();
  }
}
