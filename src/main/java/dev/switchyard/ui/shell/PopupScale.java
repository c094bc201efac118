package dev.switchyard.ui.shell;

import java.util.Objects;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.transform.Scale;
import javafx.stage.PopupWindow;
import javafx.stage.Window;

/// Gives menus, lists and tooltips the window's scale: each of them is a window of its own, which a
/// scale of the window's content does not reach.
final class PopupScale implements AutoCloseable {
  private final Window owner;
  private final Scale transform = new Scale(1, 1);
  private final ListChangeListener<Window> listener = this::changed;

  PopupScale(Window owner) {
    this.owner = owner;
    Window.getWindows().addListener(listener);
  }

  void set(double scale) {
    transform.setX(scale);
    transform.setY(scale);
  }

  private void changed(ListChangeListener.Change<? extends Window> change) {
    while (change.next()) {
      for (var window : change.getAddedSubList()) {
        if (window instanceof PopupWindow popup && belongsToOwner(popup)) {
          popup.getScene().getRoot().getChildrenUnmodifiable().forEach(this::scale);
        }
      }
    }
  }

  /// A submenu is owned by its menu.
  private boolean belongsToOwner(PopupWindow popup) {
    Window above = popup.getOwnerWindow();
    while (above instanceof PopupWindow parent) {
      above = parent.getOwnerWindow();
    }
    return Objects.equals(above, owner);
  }

  private void scale(Node content) {
    if (!content.getTransforms().contains(transform)) {
      content.getTransforms().add(transform);
    }
  }

  @Override
  public void close() {
    Window.getWindows().removeListener(listener);
  }
}
