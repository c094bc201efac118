package dev.switchyard.domain.preference;

/// What windows may use of one screen: all but the task bar. In the same coordinates as
/// [WindowPlacement].
public record ScreenArea(double x, double y, double width, double height) {
  /// How much of a window's upper edge is on this screen, in pixels.
  double edgeOf(WindowPlacement window) {
    boolean isAtHeight = window.y() >= y && window.y() < y + height;
    double right = Math.min(x + width, window.x() + window.width());
    return isAtHeight ? Math.max(0, right - Math.max(x, window.x())) : 0;
  }
}
