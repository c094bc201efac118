package dev.switchyard.ui.component;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntConsumer;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;

/// Amounts beside each other, such as those of days, each a bar of parts. Arrow keys, Home and End
/// go from one to the next; one is chosen at a time.
public final class BarChart extends Region {
  private static final double TOP = 8;
  private static final double BOTTOM = 24;
  private static final double GAP = 8;
  private static final double HEIGHT = 190;
  private static final double WIDTH = 320;
  private static final double WIDEST = 28;
  private static final double FILLED = 0.7;
  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

  /// One part of a bar.
  ///
  /// @param paint the style class that colours it, such as `part-weights`
  public record Part(double amount, String paint) {}

  /// One bar.
  ///
  /// @param label below it, such as its date
  /// @param parts from the bottom to the top
  /// @param description all about it, for a tooltip and for a screen reader
  public record Bar(String label, List<Part> parts, String description) {
    public Bar {
      parts = List.copyOf(parts);
    }

    double amount() {
      return parts.stream().mapToDouble(Part::amount).sum();
    }
  }

  private final Locale locale;
  private final IntConsumer onChosen;
  private final Region band = new Region();
  private final Path grid = new Path();
  private final Tooltip tooltip = new Tooltip();
  private List<Bar> bars = List.of();
  private String name = "";
  private int chosen = -1;
  private Optional<Drawn> drawn = Optional.empty();

  /// What the picture was drawn from.
  private record Drawn(List<Bar> bars, int chosen, double width, double height) {}

  /// @param locale of the numbers beside the scale
  /// @param onChosen told the place of the bar that the person chooses
  public BarChart(Locale locale, IntConsumer onChosen) {
    this.locale = locale;
    this.onChosen = onChosen;
    getStyleClass().add("sy-bar-chart");
    band.getStyleClass().add("band");
    band.setManaged(false);
    grid.getStyleClass().add("grid");
    grid.setManaged(false);
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setMinSize(0, HEIGHT / 2);
    Tooltip.install(this, tooltip);
    addEventHandler(KeyEvent.KEY_PRESSED, this::step);
    setOnMouseMoved(event -> tooltip.setText(bars.get(nearest(event)).description()));
    setOnMouseClicked(event -> {
      requestFocus();
      onChosen.accept(nearest(event));
    });
  }

  /// @param newBars at least one
  /// @param newName what a screen reader says before what it says of the chosen one
  public void show(List<Bar> newBars, String newName, int index) {
    bars = List.copyOf(newBars);
    name = newName;
    chosen = index;
    setAccessibleText(name + " " + bars.get(index).description());
    requestLayout();
  }

  private void step(KeyEvent event) {
    int last = bars.size() - 1;
    int next =
        switch (event.getCode()) {
          case LEFT -> Math.max(0, chosen - 1);
          case RIGHT -> Math.min(last, chosen + 1);
          case HOME -> 0;
          case END -> last;
          default -> -1;
        };
    if (next >= 0) {
      onChosen.accept(next);
      event.consume();
    }
  }

  private int nearest(MouseEvent event) {
    var frame = frame();
    int slot = (int) Math.floor((event.getX() - frame.left()) / frame.slot());
    return Math.clamp(slot, 0, bars.size() - 1);
  }

  @Override
  protected double computePrefWidth(double height) {
    return WIDTH;
  }

  @Override
  protected double computePrefHeight(double width) {
    return HEIGHT;
  }

  /// Where things are.
  private record Frame(ValueScale scale, double left, double right, double bottom, int bars) {
    double slot() {
      return (right - left) / bars;
    }

    double middle(int index) {
      return left + (index + 0.5) * slot();
    }

    double y(double value) {
      return Math.round(bottom - scale.ratio(value) * (bottom - TOP));
    }
  }

  private Frame frame() {
    var scale = ValueScale.of(0, bars.stream().mapToDouble(Bar::amount).max().orElse(1));
    double widest =
        scale.lines().stream()
            .mapToDouble(value -> width(scale.text(value, locale)))
            .max()
            .orElse(0);
    double left = widest + GAP;
    return new Frame(
        scale, left, Math.max(left + 1, getWidth()), getHeight() - BOTTOM, bars.size());
  }

  private double width(String text) {
    var probe = measured(text);
    getChildren().remove(probe);
    return probe.getWidth();
  }

  /// Drawn anew only where it looks different.
  @Override
  protected void layoutChildren() {
    var now = new Drawn(bars, chosen, getWidth(), getHeight());
    if (!drawn.equals(Optional.of(now))) {
      drawn = Optional.of(now);
      draw();
    }
  }

  private void draw() {
    grid.getElements().clear();
    getChildren().setAll(band, grid);
    if (bars.isEmpty() || getWidth() <= 0) {
      return;
    }
    var frame = frame();
    drawScale(frame);
    drawLabels(frame);
    double slot = Math.min(frame.slot(), 2 * WIDEST);
    band.resizeRelocate(
        frame.middle(chosen) - slot / 2, TOP, slot, Math.max(0, frame.bottom() - TOP));
    for (int i = 0; i < bars.size(); i++) {
      drawBar(frame, i);
    }
  }

  private void drawScale(Frame frame) {
    for (double value : frame.scale().lines()) {
      double y = frame.y(value) + 0.5;
      grid.getElements().addAll(new MoveTo(frame.left(), y), new LineTo(frame.right(), y));
      var tick = measured(frame.scale().text(value, locale));
      tick.relocate(frame.left() - GAP - tick.getWidth(), y - tick.getHeight() / 2);
    }
  }

  private void drawBar(Frame frame, int index) {
    double width = Math.max(1, Math.floor(Math.min(WIDEST, frame.slot() * FILLED)));
    double x = Math.round(frame.middle(index) - width / 2);
    double below = 0;
    for (var part : bars.get(index).parts()) {
      double from = frame.y(below);
      below += part.amount();
      var region = new Region();
      region.getStyleClass().addAll("part", part.paint());
      region.pseudoClassStateChanged(SELECTED, index == chosen);
      region.setManaged(false);
      region.setMouseTransparent(true);
      getChildren().add(region);
      region.resizeRelocate(x, frame.y(below), width, from - frame.y(below));
    }
  }

  /// As many as have room, the last for sure.
  private void drawLabels(Frame frame) {
    double before = Double.POSITIVE_INFINITY;
    for (int i = bars.size() - 1; i >= 0; i--) {
      var label = measured(bars.get(i).label());
      double x =
          Math.clamp(
              frame.middle(i) - label.getWidth() / 2,
              0,
              Math.max(0, getWidth() - label.getWidth()));
      if (x + label.getWidth() + GAP <= before) {
        before = x;
        label.relocate(x, frame.bottom() + GAP / 2);
      } else {
        getChildren().remove(label);
      }
    }
  }

  /// A text that is there already, with the size that it needs.
  private Label measured(String text) {
    var label = new Label(text);
    label.getStyleClass().add("tick");
    label.setManaged(false);
    label.setMouseTransparent(true);
    getChildren().add(label);
    label.applyCss();
    label.autosize();
    return label;
  }
}
