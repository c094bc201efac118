package dev.switchyard.ui.launch;

import dev.switchyard.ui.text.Texts;

/// The launch button and the panel that shows what it has to say, for a screen to place where it
/// likes.
public final class LaunchControls {
  private final LaunchPanel panel;
  private final LaunchButton button;

  public LaunchControls(LaunchViewModel model, Texts texts) {
    panel = new LaunchPanel(model, texts);
    button = new LaunchButton(model, texts, panel::showCloudOnce);
  }

  public LaunchButton button() {
    return button;
  }

  /// Not there while there is nothing to say.
  public LaunchPanel panel() {
    return panel;
  }
}
