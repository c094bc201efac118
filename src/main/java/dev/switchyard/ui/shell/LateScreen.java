package dev.switchyard.ui.shell;

import java.util.Optional;
import java.util.function.Supplier;

/// A screen of which nothing is there before it is first shown: the start does not pay for it.
///
/// @param <M> what it shows
public abstract class LateScreen<M extends ScreenModel> implements Screen {
  private final Supplier<M> making;
  private Optional<M> made = Optional.empty();

  /// @param making asked once
  protected LateScreen(Supplier<M> making) {
    this.making = making;
  }

  /// What it shows; made now where it was not before.
  public final M model() {
    var model = made.orElseGet(making);
    made = Optional.of(model);
    return model;
  }

  @Override
  public final void shown() {
    model().setShown(true);
  }

  @Override
  public final void refresh() {
    model().refresh();
  }

  @Override
  public final void hidden() {
    made.ifPresent(model -> model.setShown(false));
  }

  @Override
  public final void close() {
    made.ifPresent(ScreenModel::close);
  }
}
