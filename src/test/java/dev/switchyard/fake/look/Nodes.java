package dev.switchyard.fake.look;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;

/// Finds nodes that a person sees, and says which one is meant.
final class Nodes {
  private static final int NAMED_ANCESTORS = 4;

  private Nodes() {}

  /// Such as `"Launch" (split-menu-button) in row < project-row`.
  static String describe(Node node) {
    var words =
        switch (node) {
          case Labeled labeled -> "\"" + labeled.getText() + "\"";
          case Text text -> "\"" + text.getText() + "\"";
          default -> node.getClass().getSimpleName();
        };
    var path = new ArrayList<String>();
    for (Node at = node.getParent();
        at != null && path.size() < NAMED_ANCESTORS;
        at = at.getParent()) {
      path.add(name(at));
    }
    return words + " (" + name(node) + ") in " + String.join(" < ", path);
  }

  /// All that are shown, the root first.
  static List<Node> visible(Node root) {
    if (!root.isVisible()) {
      return List.of();
    }
    var found = new ArrayList<Node>(List.of(root));
    var children =
        root instanceof Parent parent
            ? parent.getChildrenUnmodifiable()
            : Collections.<Node>emptyList();
    children.forEach(child -> found.addAll(visible(child)));
    return found;
  }

  private static String name(Node node) {
    var classes = String.join(".", node.getStyleClass());
    var id = node.getId() == null ? "" : "#" + node.getId();
    return classes.isEmpty() ? node.getClass().getSimpleName() + id : classes + id;
  }
}
