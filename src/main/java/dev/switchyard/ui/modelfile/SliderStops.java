package dev.switchyard.ui.modelfile;

import dev.switchyard.domain.fit.ContextStops;
import dev.switchyard.domain.fit.Verdict;
import dev.switchyard.ui.text.Sizes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The stops below the slider, each where the thumb stands for it: a click goes there. Above them a
/// band that begins exactly where the model no longer fits, whatever the next stop is.
final class SliderStops extends Pane {
  /// The thumb's middle at either end keeps this distance from the slider's edge.
  private static final double THUMB_RADIUS = 9;

  private static final double BAND_HEIGHT = 4;
  private static final double BAND_GAP = 4;

  private final Slider slider;
  private final Locale locale;
  private final IntConsumer onChosen;
  private final Map<Integer, Label> labels = new LinkedHashMap<>();
  private Map<Integer, Verdict> verdicts = Map.of();
  private final NavigableMap<Integer, Region> bands = new TreeMap<>();
  private int needed;
  private ContextScale scale = new ContextScale(4096);

  SliderStops(Slider slider, Locale locale, IntConsumer onChosen) {
    this.slider = slider;
    this.locale = locale;
    this.onChosen = onChosen;
    getStyleClass().add("stops");
  }

  void show(ContextScale shown) {
    scale = shown;
    labels.clear();
    for (var stop : shown.stops()) {
      var label = new Label(Sizes.tokens(stop, locale));
      label.setOnMouseClicked(_ -> onChosen.accept(stop));
      labels.put(stop, label);
    }
    fill();
    mark(needed, verdicts);
  }

  private void fill() {
    getChildren().setAll(bands.values());
    getChildren().addAll(labels.values());
  }

  /// @param zones from which context on, in tokens, what begins; each ends where the next begins
  void showZones(SortedMap<Integer, Verdict> zones) {
    bands.clear();
    zones.forEach((from, verdict) -> bands.put(from, band(verdict)));
    fill();
  }

  private static Region band(Verdict verdict) {
    var band = new Region();
    band.setMouseTransparent(true);
    band.getStyleClass().addAll("zone", verdict.wireName());
    return band;
  }

  /// @param neededStop the stop that stands out
  /// @param known what each stop makes of the memory; those that do not fit get a sign
  void mark(int neededStop, Map<Integer, Verdict> known) {
    needed = neededStop;
    verdicts = known;
    labels.forEach((stop, label) -> {
      boolean fits = verdicts.getOrDefault(stop, Verdict.FITS) == Verdict.FITS;
      label.getStyleClass().setAll("label", "stop");
      if (stop == needed) {
        label.getStyleClass().add("needed");
      }
      if (!fits) {
        label.getStyleClass().add("warning");
      }
      label.setGraphic(fits ? null : new FontIcon(Feather.ALERT_TRIANGLE));
    });
  }

  @Override
  protected void layoutChildren() {
    var placed = new ArrayList<Label>();
    labels.entrySet().stream()
        .sorted(Comparator.comparingInt(stop -> rank(stop.getKey())))
        .map(stop -> place(stop.getKey(), stop.getValue()))
        .forEach(label -> {
          label.setVisible(placed.stream().noneMatch(other -> touch(other, label)));
          if (label.isVisible()) {
            placed.add(label);
          }
        });
    double end = middle(scale.most());
    for (var zone : bands.descendingMap().entrySet()) {
      double start = zone.getKey() < scale.most() ? middle(zone.getKey()) : end;
      zone.getValue().resizeRelocate(start, 0, Math.max(0, end - start), BAND_HEIGHT);
      end = start;
    }
  }

  /// On a narrow slider the need and the ends stay, and of the others what has room.
  private int rank(int stop) {
    return stop == needed || stop == scale.most() || stop == ContextStops.LEAST ? 0 : 1;
  }

  private Label place(int stop, Label label) {
    label.autosize();
    double last = Math.max(0, getWidth() - label.getWidth());
    double left = Math.clamp(middle(stop) - label.getWidth() / 2, 0, last);
    label.relocate(snapPositionX(left), BAND_HEIGHT + BAND_GAP);
    return label;
  }

  private static boolean touch(Label one, Label other) {
    return one.getLayoutX() < other.getLayoutX() + other.getWidth()
        && other.getLayoutX() < one.getLayoutX() + one.getWidth();
  }

  /// Where the thumb's middle stands for a context.
  private double middle(int tokens) {
    double way = Math.max(0, getWidth() - 2 * THUMB_RADIUS);
    return THUMB_RADIUS + way * scale.position(tokens) / Math.max(1e-9, slider.getMax());
  }

  @Override
  protected double computePrefHeight(double width) {
    return BAND_HEIGHT
        + BAND_GAP
        + labels.values().stream().mapToDouble(label -> label.prefHeight(-1)).max().orElse(0);
  }
}
