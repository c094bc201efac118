package dev.switchyard.ui.launch;

import dev.switchyard.domain.launch.shell.Shells;
import dev.switchyard.ui.text.Texts;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// "Launch", with the other ways to start Claude Code in its menu. [LaunchPanel] shows what it has
/// to say.
public final class LaunchButton extends SplitMenuButton {
  private final LaunchViewModel model;
  private final Texts texts;

  /// @param panel has the forms of the one-offs
  public LaunchButton(LaunchViewModel model, Texts texts, LaunchPanel panel) {
    this.model = model;
    this.texts = texts;
    setText(texts.text("launch.button"));
    setGraphic(new FontIcon(Feather.TERMINAL));
    setMinWidth(Region.USE_PREF_SIZE);
    getStyleClass().add("launch-button");
    setOnAction(_ -> model.launch());
    getItems()
        .setAll(
            item("launch.quick-test", model::quickTest),
            item("launch.local-once", panel::showLocalOnce),
            item("launch.cloud-once", panel::showCloudOnce),
            new SeparatorMenuItem(),
            copyMenu());
    disableProperty().bind(model.canLaunch().not());
  }

  private Menu copyMenu() {
    var menu = new Menu(texts.text("launch.copy"));
    for (var shell : Shells.ALL) {
      var item = new MenuItem(shell.displayName());
      item.setOnAction(_ -> model.copySession(shell));
      menu.getItems().add(item);
    }
    return menu;
  }

  private MenuItem item(String key, Runnable run) {
    var item = new MenuItem(texts.text(key));
    item.setOnAction(_ -> run.run());
    return item;
  }
}
