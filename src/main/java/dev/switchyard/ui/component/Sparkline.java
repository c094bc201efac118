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
///
/// Drawn anew only where it looks different: a reading moves ten minutes by a pixel at most, and
/// drawing is most of what a window at rest costs.
public final class Sparkline extends Region {
  private static final double STEPS_IN_PIXEL = 2;

  /// @param value 0 (bottom) to 1 (top)
  public record Point(Instant at, double value) {}

  /// A place of the line.
  ///
  /// @param joined whether the line comes from the place before
  private record Place(double x, double y, boolean joined) {}

  private final Duration span;
  private final Duration longestStep;
  private final Path line = new Path();
  private List<Point> points = List.of();
  private List<Place> drawn = List.of();

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
    draw();
  }

  @Override
  protected void layoutChildren() {
    draw();
  }

  private void draw() {
    var places = places();
    if (!places.equals(drawn)) {
      drawn = places;
      line.getElements().setAll(places.stream().map(Sparkline::element).toList());
    }
  }

  private static PathElement element(Place place) {
    return place.joined() ? new LineTo(place.x(), place.y()) : new MoveTo(place.x(), place.y());
  }

  /// The newest point of each column of pixels.
  private List<Place> places() {
    if (points.isEmpty() || getWidth() <= 0) {
      return List.of();
    }
    var places = new ArrayList<Place>();
    long end = column(points.getLast());
    boolean joined = false;
    for (int i = 0; i < points.size(); i++) {
      var point = points.get(i);
      joined &= i > 0 && gap(points.get(i - 1), point).compareTo(longestStep) <= 0;
      if (i + 1 == points.size() || column(points.get(i + 1)) != column(point)) {
        places.add(new Place(getWidth() - (end - column(point)), y(point), joined));
        joined = true;
      }
    }
    return places;
  }

  /// Columns belong to the clock, so that a point stays in its own while time goes on.
  private long column(Point point) {
    return (long) Math.floor(point.at().toEpochMilli() * getWidth() / span.toMillis());
  }

  private double y(Point point) {
    double exact = 1 + (getHeight() - 2) * (1 - Math.clamp(point.value(), 0, 1));
    return Math.round(exact * STEPS_IN_PIXEL) / STEPS_IN_PIXEL;
  }

  private static Duration gap(Point before, Point after) {
    return Duration.between(before.at(), after.at());
  }
}
