package dev.switchyard.ui.shell;

import dev.switchyard.ui.text.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The list of screens at the left.
final class NavigationView extends VBox {
  private static final int MOST_SHORTCUTS = 9;

  private final Texts texts;
  private final Label brand;
  private final List<ToggleButton> items = new ArrayList<>();

  NavigationView(ShellViewModel model, List<Screen> screens, Texts texts) {
    this.texts = texts;
    getStyleClass().add("sy-nav");
    setAccessibleRole(AccessibleRole.TOOL_BAR);
    setAccessibleText(texts.text("shell.navigation"));
    brand = new Label(texts.text("shell.name"), new FontIcon(Feather.SHUFFLE));
    brand.setMaxWidth(Double.MAX_VALUE);
    brand.getStyleClass().add("brand");
    getChildren().add(brand);
    for (int i = 0; i < screens.size(); i++) {
      items.add(item(model, screens.get(i), i, texts));
    }
    getChildren().addAll(items);
  }

  /// Adds the tooltips. Each is a window of its own: the first picture does without.
  void explain() {
    brand.setTooltip(new Tooltip(brand.getText()));
    for (int i = 0; i < Math.min(items.size(), MOST_SHORTCUTS); i++) {
      var name = items.get(i).getText();
      items.get(i).setTooltip(new Tooltip(texts.text("shell.navigation.shortcut", name, i + 1)));
    }
  }

  private static ToggleButton item(ShellViewModel model, Screen screen, int index, Texts texts) {
    var item = new ToggleButton(texts.text(screen.titleKey()), new FontIcon(screen.icon()));
    item.getStyleClass().add("nav-item");
    item.setId("nav-" + screen.id());
    item.setSelected(model.selectedProperty().get() == index);
    model.selectedProperty().addListener((_, _, now) -> item.setSelected(now.intValue() == index));
    item.setOnAction(_ -> {
      // A second click on the screen at the front must not unmark it.
      item.setSelected(true);
      model.show(index);
    });
    return item;
  }
}
