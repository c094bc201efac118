package dev.switchyard.ui.component;

import javafx.scene.layout.Region;

/// A figure's spread on a scale that begins at 0: from its least to its most, with a tick at its
/// median. The figures themselves stand beside it as text.
public final class RangeBar extends Region {
  private static final double TRACK = 4;
  private static final double TICK_WIDTH = 2;
  private static final double TICK_HEIGHT = 10;

  private final Region track = part("track");
  private final Region range = part("range");
  private final Region tick = part("tick");
  private final double least;
  private final double median;
  private final double most;
  private final double whole;

  /// @param whole what the width stands for, such as the most of all figures beside it
  public RangeBar(double least, double median, double most, double whole) {
    this.least = least;
    this.median = median;
    this.most = most;
    this.whole = whole;
    getStyleClass().add("sy-range-bar");
    getChildren().setAll(track, range, tick);
  }

  private static Region part(String style) {
    var part = new Region();
    part.getStyleClass().add(style);
    part.setManaged(false);
    return part;
  }

  @Override
  protected double computePrefHeight(double width) {
    return TICK_HEIGHT;
  }

  @Override
  protected void layoutChildren() {
    double middle = snapPositionY((getHeight() - TRACK) / 2);
    track.resizeRelocate(0, middle, getWidth(), TRACK);
    double from = x(least);
    double to = Math.max(from + TICK_WIDTH, x(most));
    range.resizeRelocate(from, middle, to - from, TRACK);
    double at = Math.clamp(x(median) - TICK_WIDTH / 2, 0, Math.max(0, getWidth() - TICK_WIDTH));
    tick.resizeRelocate(
        snapPositionX(at), snapPositionY((getHeight() - TICK_HEIGHT) / 2), TICK_WIDTH, TICK_HEIGHT);
  }

  private double x(double value) {
    return whole <= 0 ? 0 : snapPositionX(Math.clamp(value / whole, 0, 1) * getWidth());
  }
}
