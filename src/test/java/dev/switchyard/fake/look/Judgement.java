package dev.switchyard.fake.look;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import javafx.scene.Parent;

/// All that is wrong with what a scene shows.
public final class Judgement {
  private Judgement() {}

  /// To be asked on the JavaFX thread, of a scene that is styled and laid out.
  ///
  /// @return each fault once
  public static List<String> of(Parent root) {
    var faults = new TreeSet<String>();
    faults.addAll(Contrast.faults(root));
    faults.addAll(AccessibleNames.faults(root));
    faults.addAll(Overflow.faults(root));
    faults.addAll(primaries(root));
    return new ArrayList<>(faults);
  }

  /// One clear next step per screen.
  private static List<String> primaries(Parent root) {
    var primary =
        Nodes.visible(root).stream()
            .filter(node -> node.getStyleClass().contains("accent") && !node.isDisabled())
            .map(Nodes::describe)
            .toList();
    return primary.size() > 1 ? List.of("more than one primary: " + primary) : List.of();
  }
}
