package dev.switchyard.ui.component;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
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

  private static final String OVERFLOW = "overflow";

  private final Track track = new Track();
  private final FlowPane legend = new FlowPane();
  private List<Part> parts = List.of();
  private List<Label> labels = List.of();
  private double whole;

  public StackedBar() {
    getStyleClass().add("sy-stacked-bar");
    track.getStyleClass().add("track");
    legend.getStyleClass().add("legend");
    // By itself it asks for as much as its longest entry takes in one line.
    legend.setMinWidth(0);
    setAccessibleRole(AccessibleRole.PARENT);
    getChildren().setAll(track, legend);
  }

  /// Parts that exceed the whole are cut at its end; their overflow shows as the class `overflow`.
  public void show(List<Part> newParts, double newWhole) {
    whole = newWhole;
    if (paints(newParts).equals(paints(parts))) {
      parts = List.copyOf(newParts);
      track.place();
    } else {
      parts = List.copyOf(newParts);
      rebuild();
    }
    for (int i = 0; i < parts.size(); i++) {
      labels.get(i).setText(parts.get(i).text());
    }
    setOverflow(parts.stream().mapToDouble(Part::amount).sum() > whole);
    setAccessibleText(String.join(", ", parts.stream().map(Part::text).toList()));
  }

  private void rebuild() {
    var made = new ArrayList<Label>();
    track.getChildren().clear();
    legend.getChildren().clear();
    for (var part : parts) {
      var label = new Label();
      made.add(label);
      track.getChildren().add(region("segment", part));
      label.setWrapText(true);
      legend.getChildren().add(new Entry(region("key", part), label));
    }
    labels = List.copyOf(made);
  }

  private void setOverflow(boolean overflows) {
    if (!overflows) {
      getStyleClass().remove(OVERFLOW);
    } else if (!getStyleClass().contains(OVERFLOW)) {
      getStyleClass().add(OVERFLOW);
    }
  }

  /// Rebuilding nodes at each reading would be most of the work: what they show is set.
  private static List<String> paints(List<Part> parts) {
    return parts.stream().map(Part::paint).toList();
  }

  private static Region region(String kind, Part part) {
    var region = new Region();
    region.getStyleClass().addAll(kind, part.paint());
    return region;
  }

  /// What the legend says of a part: on several lines where the legend is narrower than one takes.
  private final class Entry extends HBox {
    Entry(Node... content) {
      super(content);
      getStyleClass().add("entry");
      // The legend asks for a height without saying which width that is in.
      legend.widthProperty().subscribe(_ -> requestLayout());
    }

    @Override
    protected double computePrefWidth(double height) {
      double natural = super.computePrefWidth(height);
      return legend.getWidth() > 0 ? Math.min(natural, legend.getWidth()) : natural;
    }
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
      place();
    }

    /// Widths that are the same to a pixel cost nothing.
    private void place() {
      double width = getWidth();
      double height = getHeight();
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
