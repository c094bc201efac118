package dev.switchyard.ui.component;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;

/// A bar of parts over a whole, with a legend below: who holds what in memory, or what a model
/// needs.
public final class StackedBar extends VBox {
  /// One part.
  ///
  /// @param text what the legend says, its figure included
  /// @param amount in the same unit as the whole
  /// @param paint the style class that colours it, such as `part-weights`
  public record Part(String text, double amount, String paint) {}

  private final Pane track = new Track();
  private final FlowPane legend = new FlowPane();
  private List<Part> parts = List.of();
  private double whole;

  public StackedBar() {
    getStyleClass().add("sy-stacked-bar");
    track.getStyleClass().add("track");
    legend.getStyleClass().add("legend");
    setAccessibleRole(AccessibleRole.PARENT);
    getChildren().setAll(track, legend);
  }

  /// Parts that exceed the whole are cut at its end; their overflow shows as the class `overflow`.
  public void show(List<Part> newParts, double newWhole) {
    whole = newWhole;
    if (!sameButAmounts(newParts)) {
      track.getChildren().setAll(newParts.stream().map(StackedBar::segment).toList());
      legend.getChildren().setAll(newParts.stream().map(StackedBar::entry).toList());
    }
    parts = List.copyOf(newParts);
    double sum = parts.stream().mapToDouble(Part::amount).sum();
    getStyleClass().remove("overflow");
    if (sum > whole) {
      getStyleClass().add("overflow");
    }
    setAccessibleText(String.join(", ", parts.stream().map(Part::text).toList()));
    track.requestLayout();
  }

  /// At one reading a second, rebuilding unchanged nodes would be most of the work.
  private boolean sameButAmounts(List<Part> newParts) {
    return texts(parts).equals(texts(newParts));
  }

  private static List<String> texts(List<Part> parts) {
    var texts = new ArrayList<String>();
    parts.forEach(part -> texts.add(part.paint() + part.text()));
    return texts;
  }

  private static Region segment(Part part) {
    var segment = new Region();
    segment.getStyleClass().addAll("segment", part.paint());
    return segment;
  }

  private static HBox entry(Part part) {
    var key = new Region();
    key.getStyleClass().addAll("key", part.paint());
    var entry = new HBox(key, new Label(part.text()));
    entry.getStyleClass().add("entry");
    return entry;
  }

  /// Places the parts side by side; clips them to its rounded ends.
  private final class Track extends Pane {
    private final Rectangle clip = new Rectangle();

    Track() {
      setClip(clip);
    }

    @Override
    protected void layoutChildren() {
      double width = getWidth();
      double height = getHeight();
      clip.setWidth(width);
      clip.setHeight(height);
      clip.setArcWidth(height);
      clip.setArcHeight(height);
      double sum = 0;
      for (int i = 0; i < parts.size(); i++) {
        double from = position(sum, width);
        sum += parts.get(i).amount();
        double to = position(sum, width);
        getChildren().get(i).resizeRelocate(from, 0, to - from, height);
      }
    }

    private double position(double amount, double width) {
      return whole <= 0 ? 0 : snapPositionX(Math.min(1, amount / whole) * width);
    }
  }
}
