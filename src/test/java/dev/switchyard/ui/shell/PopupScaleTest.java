package dev.switchyard.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.fake.Fx;
import java.util.Objects;
import javafx.geometry.Bounds;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.VBox;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;

class PopupScaleTest {
  @Test
  void theListOfABoxIsAsLargeAsTheBox() {
    var box = Fx.get(() -> new ComboBox<String>());
    var content = Fx.get(() -> new ScaledPane(new VBox(box)));
    var stage = Fx.show(content, 800, 600);
    var scale = Fx.get(() -> new PopupScale(stage));
    Fx.run(() -> box.getItems().setAll("first", "second", "third"));

    double plain = height(stage, box);
    Fx.run(() -> {
      content.setScale(2);
      scale.set(2);
    });
    double doubled = height(stage, box);

    assertThat(doubled).isBetween(plain * 1.9, plain * 2.1);
    Fx.run(() -> {
      scale.close();
      stage.close();
    });
  }

  /// Of a row: around the list the theme draws a shadow, which keeps its size.
  private static double height(Stage stage, ComboBox<?> box) {
    Fx.run(box::show);
    Fx.pulse(stage.getScene());
    double height =
        Fx.get(() ->
            Window.getWindows().stream()
                .filter(PopupWindow.class::isInstance)
                .map(popup -> popup.getScene().getRoot().lookup(".list-cell"))
                .filter(Objects::nonNull)
                .map(cell -> cell.localToScreen(cell.getLayoutBounds()))
                .mapToDouble(Bounds::getHeight)
                .max()
                .orElseThrow());
    Fx.run(box::hide);
    Fx.pulse(stage.getScene());
    return height;
  }
}
