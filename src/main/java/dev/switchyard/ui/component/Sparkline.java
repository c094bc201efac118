package dev.switchyard.ui.component;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;

/// A figure's recent past as a line; a gap in the readings is a gap in the line.
public final class Sparkline extends Region {
  /// @param value 0 (bottom) to 1 (top)
  public record Point(Instant at, double value) {}

  private final Duration span;
  private final Duration longestStep;
  private final Path line = new Path();
  private List<Point> points = List.of();

  /// @param span how much time the width stands for; the newest point is at the right end
  /// @param longestStep readings further apart than this are not joined
  public Sparkline(Duration span, Duration longestStep) {
    this.span = span;
    this.longestStep = longestStep;
    getStyleClass().add("sy-sparkline");
    line.getStyleClass().add("line");
    line.setManaged(false);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    getChildren().add(line);
  }

  /// @param newPoints oldest first
  /// @param description what a screen reader says instead
  public void show(List<Point> newPoints, String description) {
    points = List.copyOf(newPoints);
    setAccessibleText(description);
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    if (points.isEmpty() || getWidth() <= 0) {
      line.getElements().clear();
      return;
    }
    var elements = new ArrayList<PathElement>();
    var end = points.getLast().at();
    var previous = Instant.MIN;
    for (var point : points) {
      double x = getWidth() * (1 - ratio(Duration.between(point.at(), end)));
      double y = 1 + (getHeight() - 2) * (1 - Math.clamp(point.value(), 0, 1));
      boolean joined =
          !elements.isEmpty() && Duration.between(previous, point.at()).compareTo(longestStep) <= 0;
      elements.add(joined ? new LineTo(x, y) : new MoveTo(x, y));
      previous = point.at();
    }
    line.getElements().setAll(elements);
  }

  private double ratio(Duration age) {
    return (double) age.toMillis() / span.toMillis();
  }
}
