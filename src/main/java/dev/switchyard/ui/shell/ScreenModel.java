package dev.switchyard.ui.shell;

/// What a screen shows, without its nodes.
public interface ScreenModel extends AutoCloseable {
  /// Whether the screen is at the front of a window that can be seen: only then may it poll.
  void setShown(boolean shown);

  /// Looks at everything anew, while it is shown.
  default void refresh() {
    setShown(false);
    setShown(true);
  }

  /// The window is gone for good: keep what is not kept yet.
  @Override
  default void close() {}
}
