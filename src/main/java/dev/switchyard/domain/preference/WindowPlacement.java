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

  /// What a first window leaves free at each of its sides: one that is as large as its screen looks
  /// maximised without being it, and window managers push its title over the upper edge.
  private static final double MARGIN = 24;

  /// The place of a window that was never open: in the middle of its screen, and inside it.
  ///
  /// @param width that it has where there is room, its frame included
  /// @param height as the width
  public static WindowPlacement first(ScreenArea screen, double width, double height) {
    double fittedWidth = Math.min(width, screen.width() - 2 * MARGIN);
    double fittedHeight = Math.min(height, screen.height() - 2 * MARGIN);
    return new WindowPlacement(
        screen.x() + Math.rint((screen.width() - fittedWidth) / 2),
        screen.y() + Math.rint((screen.height() - fittedHeight) / 2),
        fittedWidth,
        fittedHeight,
        false);
  }

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
