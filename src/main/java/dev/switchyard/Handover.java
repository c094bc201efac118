package dev.switchyard;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Where what is for [App] lies meanwhile: JavaFX constructs it itself, out of its class alone.
final class Handover {
  static final Handover TO_APP = new Handover();

  private @Nullable PanelRun run;

  private Handover() {}

  synchronized void put(PanelRun panel) {
    run = panel;
  }

  /// @throws NullPointerException if nothing lies here
  synchronized PanelRun take() {
    var taken = Objects.requireNonNull(run, "started by Main alone");
    run = null;
    return taken;
  }
}
