package dev.switchyard.ui.modelfile;

import dev.switchyard.domain.fit.Verdict;
import dev.switchyard.ui.text.Sizes;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntConsumer;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.Pane;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The stops below the slider, each where the thumb stands for it. A click goes there.
final class SliderStops extends Pane {
  /// The thumb's middle at either end keeps this distance from the slider's edge.
  private static final double THUMB_RADIUS = 9;

  private final Slider slider;
  private final Locale locale;
  private final IntConsumer onChosen;
  private final Map<Integer, Label> labels = new LinkedHashMap<>();
  private Map<Integer, Verdict> verdicts = Map.of();
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
    getChildren().setAll(labels.values());
    mark(needed, verdicts);
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
    double way = Math.max(0, getWidth() - 2 * THUMB_RADIUS);
    labels.forEach((stop, label) -> {
      label.autosize();
      double middle = THUMB_RADIUS + way * scale.position(stop) / Math.max(1e-9, slider.getMax());
      double left =
          Math.clamp(middle - label.getWidth() / 2, 0, Math.max(0, getWidth() - label.getWidth()));
      label.relocate(snapPositionX(left), 0);
    });
  }

  @Override
  protected double computePrefHeight(double width) {
    return labels.values().stream().mapToDouble(label -> label.prefHeight(-1)).max().orElse(0);
  }
}
