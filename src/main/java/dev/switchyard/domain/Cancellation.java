package dev.switchyard.domain;

/// A person's wish to stop something long, as the one who does the work sees it.
public interface Cancellation {
  /// Never asked for: for calls that nobody can cancel.
  Cancellation NEVER =
      new Cancellation() {
        @Override
        public boolean requested() {
          return false;
        }

        @Override
        public void onRequest(Runnable stop) {}
      };

  boolean requested();

  /// Runs `stop` once when cancelling is asked for, at once if it already was. It may run on any
  /// thread.
  void onRequest(Runnable stop);
}
