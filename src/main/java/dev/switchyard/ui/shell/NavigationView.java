package dev.switchyard.ui.shell;

import dev.switchyard.ui.text.Texts;
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
  /// As many as there are digits.
  private static final int MOST_SHORTCUTS = 10;

  private final ShellViewModel model;
  private final List<Screen> screens;
  private final Texts texts;

  NavigationView(ShellViewModel model, List<Screen> screens, Texts texts) {
    this.model = model;
    this.screens = screens;
    this.texts = texts;
    getStyleClass().add("sy-nav");
    setAccessibleRole(AccessibleRole.TOOL_BAR);
    setAccessibleText(texts.text("shell.navigation"));
  }

  /// Adds the entries, which the first picture does without: their icons' font alone takes a
  /// twentieth of its time.
  void fill() {
    getChildren().add(brand());
    for (int i = 0; i < screens.size(); i++) {
      getChildren().add(item(i));
    }
  }

  /// Gives the keyboard to the entry of the screen at the front, below the brand.
  void focus() {
    getChildren().get(1 + model.selectedProperty().get()).requestFocus();
  }

  private Label brand() {
    var brand = new Label(texts.text("shell.name"), new FontIcon(Feather.SHUFFLE));
    brand.setMaxWidth(Double.MAX_VALUE);
    brand.getStyleClass().add("brand");
    brand.setTooltip(new Tooltip(brand.getText()));
    return brand;
  }

  private ToggleButton item(int index) {
    var screen = screens.get(index);
    var name = texts.text(screen.titleKey());
    var item = new ToggleButton(name, new FontIcon(screen.icon()));
    item.getStyleClass().add("nav-item");
    item.setId("nav-" + screen.id());
    if (index < MOST_SHORTCUTS) {
      item.setTooltip(new Tooltip(texts.text("shell.navigation.shortcut", name, (index + 1) % 10)));
    }
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
