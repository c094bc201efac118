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

/// Measurements one after the other, each with its median and its spread, and what changed between
/// them. Arrow keys, Home and End go from one to the next; one is chosen at a time.
public final class SpreadChart extends Region {
  private static final double MARK_ROW = 15;
  private static final int MARK_ROWS = 2;
  private static final double TOP = MARK_ROWS * MARK_ROW + 6;
  private static final double BOTTOM = 24;
  private static final double RIGHT = 8;
  private static final double GAP = 8;
  private static final double HEIGHT = 240;
  private static final double WIDTH = 320;
  private static final double CAP = 3;
  private static final double DOT = 9;
  private static final double BAND = 40;

  /// Measurements that stand closer than this cannot be told from each other, in pixels.
  private static final double LEAST_SLOT = 16;

  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

  /// One measurement.
  ///
  /// @param label below it, such as its date
  /// @param joined whether the line comes from the one before: they can be compared
  /// @param mark what changed since the one before; empty for nothing
  /// @param alert whether it is to be looked at
  /// @param description all about it, for a tooltip and for a screen reader
  public record Point(
      String label,
      double least,
      double median,
      double most,
      boolean joined,
      String mark,
      boolean alert,
      String description) {}

  private final Locale locale;
  private final IntConsumer onChosen;
  private final Region band = new Region();
  private final Path grid = path("grid");
  private final Path marks = path("marks");
  private final Path spreads = path("spreads");
  private final Path line = path("line");
  private final Tooltip tooltip = new Tooltip();
  private List<Point> points = List.of();
  private String name = "";
  private int chosen = -1;
  private Optional<Drawn> drawn = Optional.empty();

  /// What the picture was drawn from.
  private record Drawn(List<Point> points, int chosen, double width, double height) {}

  /// @param locale of the numbers beside the scale
  /// @param onChosen told the place of the measurement that the person chooses
  public SpreadChart(Locale locale, IntConsumer onChosen) {
    this.locale = locale;
    this.onChosen = onChosen;
    getStyleClass().add("sy-spread-chart");
    band.getStyleClass().add("band");
    band.setManaged(false);
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setMinSize(0, HEIGHT / 2);
    Tooltip.install(this, tooltip);
    addEventHandler(KeyEvent.KEY_PRESSED, this::step);
    setOnMouseMoved(event -> tooltip.setText(points.get(nearest(event)).description()));
    setOnMouseClicked(event -> {
      requestFocus();
      onChosen.accept(nearest(event));
    });
  }

  private static Path path(String style) {
    var path = new Path();
    path.getStyleClass().add(style);
    path.setManaged(false);
    return path;
  }

  /// @param newPoints oldest first, at least one
  /// @param newName what a screen reader says before what it says of the chosen one
  public void show(List<Point> newPoints, String newName) {
    points = List.copyOf(newPoints);
    name = newName;
    chosen = Math.min(chosen, points.size() - 1);
    choose(chosen < 0 ? points.size() - 1 : chosen);
  }

  /// Marks one as chosen.
  public void choose(int index) {
    chosen = index;
    setAccessibleText(name + " " + points.get(index).description());
    requestLayout();
  }

  private void step(KeyEvent event) {
    int last = points.size() - 1;
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
    return Math.clamp(frame.first() + slot, frame.first(), frame.end() - 1);
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
  ///
  /// @param first the first measurement that is shown, where there is no room for all
  /// @param end the one after the last that is
  private record Frame(
      ValueScale scale, double left, double right, double bottom, int first, int end) {
    double slot() {
      return (right - left) / (end - first);
    }

    double x(int index) {
      return Math.round(left + (index - first + 0.5) * slot()) + 0.5;
    }

    double y(double value) {
      return Math.round(bottom - scale.ratio(value) * (bottom - TOP)) + 0.5;
    }
  }

  private Frame frame() {
    double least = points.stream().mapToDouble(Point::least).min().orElse(0);
    double most = points.stream().mapToDouble(Point::most).max().orElse(1);
    var scale = ValueScale.of(least, most);
    double widest =
        scale.lines().stream()
            .mapToDouble(value -> width(scale.text(value, locale)))
            .max()
            .orElse(0);
    double left = widest + GAP;
    double right = Math.max(left + LEAST_SLOT, getWidth() - RIGHT);
    int room = (int) Math.max(1, (right - left) / LEAST_SLOT);
    int first = Math.clamp(points.size() - room, 0, Math.max(0, chosen));
    int end = Math.min(points.size(), first + room);
    return new Frame(scale, left, right, getHeight() - BOTTOM, first, end);
  }

  private double width(String text) {
    var probe = measured("tick", text);
    getChildren().remove(probe);
    return probe.getWidth();
  }

  /// Drawn anew only where it looks different.
  @Override
  protected void layoutChildren() {
    var now = new Drawn(points, chosen, getWidth(), getHeight());
    if (!drawn.equals(Optional.of(now))) {
      drawn = Optional.of(now);
      draw();
    }
  }

  private void draw() {
    for (var path : List.of(grid, marks, spreads, line)) {
      path.getElements().clear();
    }
    getChildren().setAll(band, grid, marks, spreads, line);
    if (points.isEmpty() || getWidth() <= 0) {
      return;
    }
    var frame = frame();
    drawBand(frame);
    drawScale(frame);
    drawDates(frame);
    drawMarks(frame);
    for (int i = frame.first(); i < frame.end(); i++) {
      drawPoint(frame, i);
    }
  }

  /// Behind the chosen one.
  private void drawBand(Frame frame) {
    double width = Math.min(frame.slot(), BAND);
    band.resizeRelocate(frame.x(chosen) - width / 2, TOP, width, Math.max(0, frame.bottom() - TOP));
  }

  private void drawScale(Frame frame) {
    for (double value : frame.scale().lines()) {
      double y = frame.y(value);
      grid.getElements().addAll(new MoveTo(frame.left(), y), new LineTo(frame.right(), y));
      var tick = measured("tick", frame.scale().text(value, locale));
      tick.relocate(frame.left() - GAP - tick.getWidth(), y - tick.getHeight() / 2);
    }
  }

  private void drawPoint(Frame frame, int index) {
    var point = points.get(index);
    double x = frame.x(index);
    double low = frame.y(point.least());
    double high = frame.y(point.most());
    spreads
        .getElements()
        .addAll(
            new MoveTo(x, low),
            new LineTo(x, high),
            new MoveTo(x - CAP, low),
            new LineTo(x + CAP, low),
            new MoveTo(x - CAP, high),
            new LineTo(x + CAP, high));
    double y = frame.y(point.median());
    boolean joined = point.joined() && index > frame.first();
    line.getElements().add(joined ? new LineTo(x, y) : new MoveTo(x, y));
    var dot = new Region();
    dot.getStyleClass().addAll("point", point.alert() ? "alert" : "usual");
    dot.pseudoClassStateChanged(SELECTED, index == chosen);
    dot.setManaged(false);
    dot.setMouseTransparent(true);
    getChildren().add(dot);
    dot.resizeRelocate(x - DOT / 2, y - DOT / 2, DOT, DOT);
  }

  /// As many as have room, the newest for sure.
  private void drawDates(Frame frame) {
    double before = Double.POSITIVE_INFINITY;
    for (int i = frame.end() - 1; i >= frame.first(); i--) {
      var date = measured("tick", points.get(i).label());
      double x =
          Math.clamp(
              frame.x(i) - date.getWidth() / 2, 0, Math.max(0, getWidth() - date.getWidth()));
      if (x + date.getWidth() + GAP <= before) {
        before = x;
        date.relocate(x, frame.bottom() + GAP / 2);
      } else {
        getChildren().remove(date);
      }
    }
  }

  /// The lines of all changes; of their names those that have room in one of the rows. A line
  /// begins at its own name, so that it strikes through no other.
  private void drawMarks(Frame frame) {
    var ends = new double[MARK_ROWS];
    for (int i = frame.first(); i < frame.end(); i++) {
      if (!points.get(i).mark().isEmpty()) {
        drawMark(frame, i, ends);
      }
    }
  }

  /// @param ends where each row of names is free
  private void drawMark(Frame frame, int index, double[] ends) {
    double x = Math.round(frame.x(index) - frame.slot() / 2) + 0.5;
    var text = measured("mark", points.get(index).mark());
    boolean fits = x + GAP / 2 + text.getWidth() <= getWidth();
    double from = fits ? x + GAP / 2 : x - GAP / 2 - text.getWidth();
    int row = 0;
    while (row < MARK_ROWS && ends[row] > from) {
      row++;
    }
    double top = Math.min(row, MARK_ROWS) * MARK_ROW;
    marks.getElements().addAll(new MoveTo(x, top), new LineTo(x, frame.bottom()));
    if (row < MARK_ROWS) {
      ends[row] = from + text.getWidth() + GAP;
      text.relocate(from, top);
    } else {
      getChildren().remove(text);
    }
  }

  /// A text that is there already, with the size that it needs.
  private Label measured(String style, String text) {
    var label = new Label(text);
    label.getStyleClass().add(style);
    label.setManaged(false);
    label.setMouseTransparent(true);
    getChildren().add(label);
    label.applyCss();
    label.autosize();
    return label;
  }
}
