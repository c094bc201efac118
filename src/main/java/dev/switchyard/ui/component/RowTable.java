package dev.switchyard.ui.component;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ObservableList;
import javafx.collections.transformation.SortedList;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/// A table as high as its rows where there is room. Every column sorts by what it means, not by its
/// text, and where it is narrow columns are left out, rather than cutting every one short.
public class RowTable<R> extends TableView<R> {
  /// As in `app.css`.
  private static final double ROW_HEIGHT = 32;

  private static final double HEADER_HEIGHT = 38;

  /// The bar at the side, and the table's edges.
  private static final double BAR = 12;

  /// Around a header's text, and for the arrow that shows the order.
  private static final double HEADER_MARGINS = 26;

  /// @param name what a screen reader calls it
  /// @param leastRows as many are always seen; the rest scrolls where the window is low
  /// @param nothing what stands where there is no row
  public RowTable(String name, ObservableList<R> rows, int leastRows, String nothing) {
    getStyleClass().add("sy-row-table");
    setAccessibleText(name);
    setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_SUBSEQUENT_COLUMNS);
    var count = Bindings.size(rows);
    prefHeightProperty().bind(count.multiply(ROW_HEIGHT).add(HEADER_HEIGHT));
    minHeightProperty()
        .bind(Bindings.min(count, leastRows).multiply(ROW_HEIGHT).add(HEADER_HEIGHT));
    var sorted = new SortedList<>(rows);
    sorted.comparatorProperty().bind(comparatorProperty());
    setItems(sorted);
    setPlaceholder(muted(nothing));
  }

  /// @param least in pixels; a longer title makes it wider
  /// @param order what it sorts by
  /// @param cell what stands in it
  protected final <C extends Comparable<? super C>> TableColumn<R, R> addColumn(
      String id, String title, double least, Function<R, C> order, Function<R, Node> cell) {
    var column = new TableColumn<R, R>(title);
    // A language may have longer words than the one that a column was made for.
    double width = Math.max(least, textWidth(title) + HEADER_MARGINS);
    column.setId(id);
    column.setPrefWidth(width);
    column.setMinWidth(width);
    column.setCellValueFactory(data -> new SimpleObjectProperty<>(data.getValue()));
    column.setComparator(Comparator.comparing(order));
    column.setCellFactory(_ -> new RowCell<>(cell));
    getColumns().add(column);
    return column;
  }

  /// Figures stand at the right, so that their digits do.
  protected final <C extends Comparable<? super C>> void addFigures(
      String id, String title, double least, Function<R, C> order, Function<R, Node> cell) {
    addColumn(id, title, least, order, cell).getStyleClass().add("figures");
  }

  /// @param expendable ids of columns, what can be missed first
  protected final void hideWhereNarrow(List<String> expendable) {
    double needed = BAR + getColumns().stream().mapToDouble(TableColumn::getPrefWidth).sum();
    for (var id : expendable) {
      for (var column : getColumns()) {
        if (column.getId().equals(id)) {
          column.visibleProperty().bind(widthProperty().greaterThanOrEqualTo(needed));
          needed -= column.getPrefWidth();
        }
      }
    }
  }

  /// In pixels.
  protected static double textWidth(String text) {
    return new Text(text).getLayoutBounds().getWidth();
  }

  protected static Label figure(String text) {
    return styled(text, "number");
  }

  protected static Label muted(String text) {
    return styled(text, "muted");
  }

  private static Label styled(String text, String style) {
    var label = new Label(text);
    label.getStyleClass().add(style);
    return label;
  }

  /// A cell whose node is built from its row; rows are few and change rarely.
  private static final class RowCell<R> extends TableCell<R, R> {
    private final Function<R, Node> content;

    RowCell(Function<R, Node> content) {
      this.content = content;
    }

    @Override
    protected void updateItem(@Nullable R row, boolean empty) {
      super.updateItem(row, empty);
      setGraphic(empty || row == null ? null : content.apply(row));
    }
  }
}
