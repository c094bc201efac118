package dev.switchyard.domain.doctor;

import dev.switchyard.domain.FileChange;
import dev.switchyard.domain.Message;
import java.util.List;

/// What a step would do.
///
/// @param text in a sentence
/// @param changes the files that it changes; empty where it changes none
/// @param undo how it is taken back
public record Preview(Message text, List<FileChange> changes, Message undo) {
  public Preview {
    changes = List.copyOf(changes);
  }
}
