package dev.switchyard.fake.look;

import java.util.Map;
import java.util.TreeMap;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Slider;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.Region;

/// Where the cards and the controls of a scene are: what must stay where it is when figures change.
public final class Places {
  private static final int FRAMES = 4;

  private Places() {}

  /// To be asked on the JavaFX thread.
  ///
  /// @return each place by what is there, in the order of the scene
  public static Map<String, String> of(Scene scene) {
    for (int frame = 0; frame < FRAMES; frame++) {
      scene.getRoot().applyCss();
      scene.getRoot().layout();
    }
    var places = new TreeMap<String, String>();
    int number = 0;
    for (var node : Nodes.visible(scene.getRoot())) {
      if (isFixed(node)) {
        places.put("%03d %s".formatted(number++, Nodes.describe(node)), place(node));
      }
    }
    return places;
  }

  private static boolean isFixed(Node node) {
    return switch (node) {
      case ButtonBase _, ComboBoxBase<?> _, Slider _, TableView<?> _, TextInputControl _ -> true;
      case Region region -> region.getStyleClass().contains("sy-card");
      default -> false;
    };
  }

  private static String place(Node node) {
    Bounds bounds = node.localToScene(node.getLayoutBounds());
    return "%.0f,%.0f %.0fx%.0f"
        .formatted(bounds.getMinX(), bounds.getMinY(), bounds.getWidth(), bounds.getHeight());
  }
}
