package dev.switchyard.ui.shell;

import java.util.List;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;

/// Which screen is at the front.
public final class ShellViewModel {
  private final List<String> ids;
  private final boolean demo;
  private final ReadOnlyIntegerWrapper selected = new ReadOnlyIntegerWrapper(0);

  /// @param ids the screens' ids, in the navigation's order
  /// @param demo whether the window shows a simulated server, and has to say so
  public ShellViewModel(List<String> ids, boolean demo) {
    this.ids = List.copyOf(ids);
    this.demo = demo;
  }

  public boolean isDemo() {
    return demo;
  }

  /// The index of the screen at the front.
  public ReadOnlyIntegerProperty selectedProperty() {
    return selected.getReadOnlyProperty();
  }

  /// @throws IllegalArgumentException if there is no such screen
  public void show(String id) {
    int index = ids.indexOf(id);
    if (index < 0) {
      throw new IllegalArgumentException("no such screen: " + id);
    }
    selected.set(index);
  }

  /// Does nothing for a number that no screen has.
  public void show(int index) {
    if (index >= 0 && index < ids.size()) {
      selected.set(index);
    }
  }
}
