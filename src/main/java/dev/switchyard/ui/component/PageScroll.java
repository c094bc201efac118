package dev.switchyard.ui.component;

import javafx.geometry.Insets;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;

/// A screen that scrolls where the window is too low for it, and fills the window where it is
/// higher.
///
/// The bar takes its place from the margin, so that nothing moves when it comes or goes.
public final class PageScroll extends ScrollPane {
  private static final double TOP = 20;
  private static final double SIDE = 24;
  private static final double BOTTOM = 24;

  private static final double LEAST_WIDTH = 320;
  private static final String STYLE = "page";

  private final Region page;

  /// @param page gets its margins here
  public PageScroll(Region page) {
    this.page = page;
    layOut(page);
    setContent(page);
    setFitToWidth(true);
    setFitToHeight(true);
    getStyleClass().add("sy-page-scroll");
    viewportBoundsProperty().subscribe(_ -> leaveMargins());
    skinProperty().subscribe(_ -> drawOnlyChanges());
  }

  /// Gives a page the margins that it has in a scroll pane whose bar is not needed: so it may be
  /// shown before it comes into one, and does not move then.
  public static void layOut(Region page) {
    if (!page.getStyleClass().contains(STYLE)) {
      page.getStyleClass().add(STYLE);
    }
    // Its parts adapt to what they get; only below this does the page scroll to the side.
    page.setMinWidth(LEAST_WIDTH);
    page.setPadding(new Insets(TOP, SIDE, BOTTOM, SIDE));
  }

  /// A scroll pane keeps its content as a picture, all of which is drawn again when a gauge moves.
  private void drawOnlyChanges() {
    var viewport = lookup(".viewport");
    if (viewport != null) {
      viewport.setCache(false);
    }
  }

  private void leaveMargins() {
    double bar = Math.clamp(getWidth() - getViewportBounds().getWidth(), 0, SIDE);
    page.setPadding(new Insets(TOP, getWidth() > 0 ? SIDE - bar : SIDE, BOTTOM, SIDE));
  }
}
