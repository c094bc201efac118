package dev.switchyard.domain.fit;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.endpoint.Version;
import java.util.List;

/// The answer to: does this model fit at this context length?
///
/// @param engine the server version that the answer holds for
/// @param need what it takes
/// @param placement where that goes, and the verdict
/// @param recommendedContext the longest context in tokens, of the stops offered, that fits best
/// @param notes what else the person should know
public record FitReport(
    Version engine,
    MemoryNeed need,
    Placement placement,
    Known<Integer> recommendedContext,
    List<Message> notes) {
  public FitReport {
    notes = List.copyOf(notes);
  }
}
