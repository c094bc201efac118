package dev.switchyard.ui.shell;

import javafx.scene.Node;
import org.kordamp.ikonli.Ikon;

/// One entry of the navigation. Its node is built when it is first shown.
public interface Screen extends AutoCloseable {
  /// Stable name, such as `models`: for state that is remembered and for screenshots.
  String id();

  /// Key of its title in the bundle.
  String titleKey();

  Ikon icon();

  /// Builds the view; called once, on the JavaFX thread.
  Node createView();

  /// The screen came to the front: start polling.
  void shown();

  /// Looks at everything anew: what is shown is asked for when it comes to the front.
  default void refresh() {
    hidden();
    shown();
  }

  /// The screen went away, or the window was hidden: stop polling.
  void hidden();

  /// The window is gone for good: keep what is not kept yet.
  @Override
  default void close() {}
}
