package dev.switchyard.ui.component;

import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/// What is to be pasted elsewhere.
public final class CopiedText {
  private CopiedText() {}

  /// Puts a text on the desktop's clipboard, in place of what was there. On JavaFX's thread.
  public static void put(String text) {
    var content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
  }
}
