package dev.switchyard.domain.preference;

/// Where the window was and how large, in the screen's coordinates.
public record WindowPlacement(double x, double y, double width, double height, boolean maximized) {}
