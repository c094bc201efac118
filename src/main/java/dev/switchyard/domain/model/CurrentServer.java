package dev.switchyard.domain.model;

import java.util.concurrent.atomic.AtomicReference;

/// The server that the person has chosen, which may change while the window is open. A call that is
/// under way ends at the server where it began.
public final class CurrentServer extends ForwardingServer {
  private final AtomicReference<ModelServer> current;

  public CurrentServer(ModelServer first) {
    current = new AtomicReference<>(first);
  }

  /// @return the server that was used until now
  public ModelServer change(ModelServer next) {
    return current.getAndSet(next);
  }

  @Override
  public ModelServer pinned() {
    return server().pinned();
  }

  @Override
  protected ModelServer server() {
    return current.get();
  }
}
