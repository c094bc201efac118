package dev.switchyard.domain.work;

import dev.switchyard.domain.Known;
import java.util.List;

/// Port: the log of one server on this machine, read on from where it was left.
///
/// All calls block, though never for long: they are made again and again while nothing happens.
public interface WorkLog {
  /// What the log has got since it was read last.
  ///
  /// @param lines whole lines, oldest first
  /// @param anew whether they have nothing to do with those before: it is the first time, or the
  ///   server writes another log
  record News(List<String> lines, boolean anew) {
    public News {
      lines = List.copyOf(lines);
    }
  }

  /// @return unknown where there is no log that this person may read, with the reason
  Known<News> read();

  /// The server has just been started: where no log was found, there may be one now.
  void lookAgain();
}
