package dev.switchyard.ui.component;

import java.util.Locale;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// A small sign of a state. Each state has a shape of its own, so that it can be told without
/// colours.
public final class StateDot extends StackPane {
  /// What it can say.
  public enum State {
    /// A disc with a tick.
    DONE,
    /// A full disc.
    GOOD,
    /// A ring with a point: set up so, not proven by a request.
    UNPROVEN,
    /// A triangle.
    WARNING,
    /// An octagon with a cross.
    BAD,
    /// A ring with a point: this is next.
    NEXT,
    /// A ring: nothing yet.
    OPEN,
    /// A ring with an arc: under way.
    BUSY
  }

  private final Region shape = new Region();

  /// @param meaning what a screen reader says
  public StateDot(State state, String meaning) {
    shape.getStyleClass().add("shape");
    getChildren().add(shape);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setState(state, meaning);
  }

  public void setState(State state, String meaning) {
    getStyleClass().setAll("sy-state", "state-" + state.name().toLowerCase(Locale.ROOT));
    setAccessibleText(meaning);
  }
}
