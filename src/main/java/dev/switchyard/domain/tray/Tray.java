package dev.switchyard.domain.tray;

/// Port: the icon in the desktop's tray.
public interface Tray extends AutoCloseable {
  /// What happens at the icon. Told on any thread, never blocked for long.
  interface Listener {
    /// Whether a desktop shows the icon now: trays come and go with the panel that holds them.
    void visible(boolean isVisible);

    /// The menu is about to be looked at.
    void opening();

    void chosen(TrayAction action);
  }

  /// Puts the icon into the tray, now or as soon as there is one. Blocks; called once.
  void open(Listener listener);

  /// Shows something else from now on. Does not block, and may be called before the tray is open.
  void show(TrayLook look);

  @Override
  void close();
}
