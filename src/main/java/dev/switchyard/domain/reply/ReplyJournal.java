package dev.switchyard.domain.reply;

import dev.switchyard.domain.PortException;
import java.nio.file.Path;
import java.util.List;

/// Port: what Claude Code notes of the replies in its sessions.
@FunctionalInterface
public interface ReplyJournal {
  /// The last replies of a session's conversation as it is now, the oldest first: none from before
  /// it was compacted, cleared or rewound, and none of sub-agents.
  ///
  /// @param folder where the session was started
  /// @param session its id
  /// @return empty where there was none yet, or the session keeps no notes
  /// @throws PortException DENIED, FAILED
  List<Reply> latest(Path folder, String session) throws PortException;
}
