package dev.switchyard.ui.shell;

import java.util.Objects;
import javafx.collections.ListChangeListener;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.control.DialogPane;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;
import javafx.stage.PopupWindow;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;

/// Gives menus, lists, tooltips and dialogs the window's scale: each of them is a window of its
/// own, which a scale of the window's content does not reach.
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
        } else if (window instanceof Stage dialog
            && Objects.equals(dialog.getOwner(), owner)
            && dialog.getScene().getRoot() instanceof DialogPane pane) {
          scale(dialog, pane);
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

  /// As large as the dialog wants to be, or as the screen lets it: then it scrolls.
  private void scale(Stage dialog, DialogPane pane) {
    var scene = dialog.getScene();
    var sheets = pane.getStylesheets();
    scene.setRoot(new Region());
    var scroll = new ScrollPane(pane);
    scroll.setFitToWidth(true);
    scroll.setFitToHeight(true);
    scroll.getStyleClass().add("dialog-scroll");
    var scaled = new ScaledPane(scroll);
    scaled.setScale(transform.getX());
    scene.getStylesheets().setAll(sheets);
    scene.setRoot(scaled);
    var room = screen();
    dialog.setMaxWidth(room.getWidth());
    dialog.setMaxHeight(room.getHeight());
    dialog.sizeToScene();
    dialog.addEventHandler(WindowEvent.WINDOW_SHOWN, _ -> keepIn(room, dialog));
  }

  private static void keepIn(Rectangle2D room, Window dialog) {
    dialog.setX(within(dialog.getX(), room.getMinX(), room.getMaxX() - dialog.getWidth()));
    dialog.setY(within(dialog.getY(), room.getMinY(), room.getMaxY() - dialog.getHeight()));
  }

  /// A dialog that a window manager lets be larger than the screen begins where the screen does.
  private static double within(double at, double least, double most) {
    return Math.clamp(at, least, Math.max(least, most));
  }

  private Rectangle2D screen() {
    return Screen.getScreensForRectangle(
            owner.getX(), owner.getY(), Math.max(1, owner.getWidth()), 1)
        .stream()
        .findFirst()
        .orElseGet(Screen::getPrimary)
        .getVisualBounds();
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
