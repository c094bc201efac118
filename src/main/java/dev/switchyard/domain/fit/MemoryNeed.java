package dev.switchyard.domain.fit;

import dev.switchyard.domain.Message;
import java.util.ArrayList;
import java.util.List;

/// What a model takes in memory at one context length.
///
/// @param contextLength tokens per slot, after clamping to the trained maximum
/// @param batch prompt tokens worked on at once
/// @param parts what is allocated when it is loaded; none is 0 bytes
/// @param headroom what must stay free beside it or may be taken later; not part of the total
/// @param assumptions what had to be assumed of the whole
public record MemoryNeed(
    int contextLength,
    int batch,
    List<Part> parts,
    List<Part> headroom,
    List<Message> assumptions) {
  public MemoryNeed {
    parts = List.copyOf(parts);
    headroom = List.copyOf(headroom);
    assumptions = List.copyOf(assumptions);
  }

  MemoryNeed with(Part another) {
    var more = new ArrayList<>(parts);
    more.add(another);
    return new MemoryNeed(contextLength, batch, more, headroom, assumptions);
  }

  public long totalBytes() {
    return parts.stream().mapToLong(Part::bytes).sum();
  }

  /// The bytes of one part, 0 where it has none.
  public long bytes(Part.Name name) {
    return parts.stream().filter(part -> part.name() == name).mapToLong(Part::bytes).sum();
  }

  long headroomBytes(Part.Name name) {
    return headroom.stream().filter(part -> part.name() == name).mapToLong(Part::bytes).sum();
  }
}
