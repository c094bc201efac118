package dev.switchyard.domain.route.watch;

import dev.switchyard.domain.Message;
import java.nio.file.Path;
import java.util.Set;

/// Port: tells when files change, are made or go. Nothing runs while nothing changes, unless the
/// system offers no better way; then it says so.
public interface FileWatch extends AutoCloseable {
  /// Hears of changes, on a thread of the watch.
  interface Listener {
    /// The content of these files may be another than before, once for a burst of changes.
    void changed(Set<Path> files);

    /// Some files are looked at from time to time only, and why.
    void limited(Message reason);
  }

  /// From now on these files are watched, and no others. Each may be missing, its folder too, and
  /// may be a link; then what it leads to is watched as well.
  void watch(Set<Path> files);

  /// Whoever listens hears nothing more when this returns.
  @Override
  void close();
}
