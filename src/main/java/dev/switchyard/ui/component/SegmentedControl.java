package dev.switchyard.ui.component;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/// A choice between a few values, all of them visible, at most one chosen.
///
/// What is chosen moves only when [#valueProperty] does. A click asks for a value through the
/// handler; without one the value is simply set. So a choice that has to be carried out first is
/// never shown before it is true.
public final class SegmentedControl<T> extends HBox {
  private static final PseudoClass FIRST = PseudoClass.getPseudoClass("first");
  private static final PseudoClass LAST = PseudoClass.getPseudoClass("last");

  private final ObjectProperty<@Nullable T> value = new SimpleObjectProperty<>();
  private final Map<T, ToggleButton> segments = new LinkedHashMap<>();
  private Consumer<? super T> onRequest = value::set;

  /// @param name what a screen reader calls the whole choice
  /// @param values from left to right
  /// @param label the text of each
  public SegmentedControl(String name, Iterable<T> values, Function<? super T, String> label) {
    getStyleClass().add("sy-segmented");
    setAccessibleRole(AccessibleRole.PARENT);
    setAccessibleText(name);
    setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    for (var each : values) {
      var segment = new ToggleButton(label.apply(each));
      segment.getStyleClass().add("segment");
      segment.setAccessibleText(name + ": " + segment.getText());
      segment.setOnAction(_ -> request(each));
      segments.put(each, segment);
      getChildren().add(segment);
    }
    getChildren().getFirst().pseudoClassStateChanged(FIRST, true);
    getChildren().getLast().pseudoClassStateChanged(LAST, true);
    value.addListener((_, _, _) -> mark());
    addEventFilter(KeyEvent.KEY_PRESSED, this::moveFocus);
  }

  /// The chosen value; null while none is.
  public ObjectProperty<@Nullable T> valueProperty() {
    return value;
  }

  /// Replaces what a click does.
  public void setOnRequest(Consumer<? super T> handler) {
    onRequest = handler;
  }

  /// The button of a value, for a tooltip or to disable it.
  public ToggleButton segment(T of) {
    var segment = segments.get(of);
    if (segment == null) {
      throw new IllegalArgumentException("no such value: " + of);
    }
    return segment;
  }

  private void request(T asked) {
    // The click has toggled the button already: put back what is true.
    mark();
    if (!asked.equals(value.get())) {
      onRequest.accept(asked);
    }
  }

  private void mark() {
    segments.forEach((each, segment) -> segment.setSelected(each.equals(value.get())));
  }

  private void moveFocus(KeyEvent event) {
    int step = event.getCode() == KeyCode.RIGHT ? 1 : event.getCode() == KeyCode.LEFT ? -1 : 0;
    var buttons = getChildren();
    for (int i = 0; step != 0 && i < buttons.size(); i++) {
      if (buttons.get(i).isFocused()) {
        buttons.get(Math.clamp(i + step, 0, buttons.size() - 1)).requestFocus();
        event.consume();
        return;
      }
    }
  }
}
