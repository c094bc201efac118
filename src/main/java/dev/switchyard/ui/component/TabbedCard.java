package dev.switchyard.ui.component;

import atlantafx.base.theme.Styles;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// A card with several leaves, one of them in view, as high as that one needs.
public final class TabbedCard extends VBox {
  private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");

  /// In pixels; below it the titles of six leaves, in German, stand closer together.
  private static final double WIDE = 420;

  private final TabPane tabs = new TabPane();

  /// @param name what a screen reader calls the whole card
  public TabbedCard(String name) {
    getStyleClass().addAll("sy-card", "sy-tabbed");
    tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
    tabs.setAccessibleText(name);
    tabs.getStyleClass().add(Styles.DENSE);
    setVgrow(tabs, Priority.ALWAYS);
    getChildren().add(tabs);
    widthProperty().subscribe(() -> pseudoClassStateChanged(NARROW, getWidth() < WIDE));
  }

  /// Adds a leaf at the end.
  ///
  /// @param title its tab
  /// @param content what it shows; a [Card] in it loses its frame
  /// @return this card
  public TabbedCard with(String title, Node content) {
    var leaf = new Tab(title);
    // A tab pane is as high as the highest content that it holds, seen or not.
    var page = new Page(content);
    leaf.selectedProperty().subscribe(selected -> leaf.setContent(selected ? page : null));
    leaf.getProperties().put(TabbedCard.class, content);
    tabs.getTabs().add(leaf);
    return this;
  }

  /// Adds a leaf whose title changes, for instance with the number of what it shows.
  public TabbedCard with(ObservableValue<String> title, Node content) {
    with("", content);
    tabs.getTabs().getLast().textProperty().bind(title);
    return this;
  }

  /// Brings a leaf into view.
  ///
  /// @param content the one that it was added with
  public void show(Node content) {
    tabs.getTabs().stream()
        .filter(leaf -> content.equals(leaf.getProperties().get(TabbedCard.class)))
        .findFirst()
        .ifPresent(tabs.getSelectionModel()::select);
  }

  /// A tab pane does not hear that its content has grown.
  private final class Page extends StackPane {
    Page(Node content) {
      super(content);
    }

    @Override
    public void requestLayout() {
      super.requestLayout();
      tabs.requestLayout();
    }
  }

  /// A tab pane does not say how high it is in a given width, but wrapped text depends on it.
  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computePrefHeight(double width) {
    var leaf = tabs.getSelectionModel().getSelectedItem();
    if (leaf == null || leaf.getContent() == null || width < 0) {
      return super.computePrefHeight(width);
    }
    var content = leaf.getContent();
    double inner = width - snappedLeftInset() - snappedRightInset();
    double header = tabs.prefHeight(-1) - content.prefHeight(-1);
    return snappedTopInset() + header + content.prefHeight(inner) + snappedBottomInset();
  }
}
