package dev.switchyard.domain.preference;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Where the window was and how large, in the screens' coordinates.
///
/// @param maximized whether it filled its screen; place and size are then those that it goes back
///   to
public record WindowPlacement(double x, double y, double width, double height, boolean maximized) {
  /// What a person needs of a window's upper edge to move it.
  private static final double LEAST_EDGE = 120;

  /// The same place, made to fit the screens that there are now.
  ///
  /// @return empty where none of them shows the window: its screen is gone
  public Optional<WindowPlacement> on(List<ScreenArea> screens) {
    return screens.stream()
        .max(Comparator.comparingDouble(screen -> screen.edgeOf(this)))
        .filter(screen -> screen.edgeOf(this) >= Math.min(LEAST_EDGE, width))
        .map(this::in);
  }

  private WindowPlacement in(ScreenArea screen) {
    double fittedWidth = Math.min(width, screen.width());
    double fittedHeight = Math.min(height, screen.height());
    return new WindowPlacement(
        Math.clamp(x, screen.x(), screen.x() + screen.width() - fittedWidth),
        Math.clamp(y, screen.y(), screen.y() + screen.height() - fittedHeight),
        fittedWidth,
        fittedHeight,
        maximized);
  }
}
