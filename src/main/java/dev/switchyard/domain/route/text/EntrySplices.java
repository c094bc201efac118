package dev.switchyard.domain.route.text;

import java.util.List;
import java.util.Set;

/// Puts entries into an object or an array and takes some out.
///
/// What is added goes behind the last entry, and what is removed goes with the comma and the white
/// space before it. So removing what was added gives back the same bytes.
final class EntrySplices {
  private final JsonDocument document;
  private final Splices splices;
  private final Layout layout;

  EntrySplices(JsonDocument document, Splices splices, Layout layout) {
    this.document = document;
    this.splices = splices;
    this.layout = layout;
  }

  /// @param added the new entries as they are to be written
  /// @param removed entries of the container
  void addAndRemove(
      JsonValue.Container container, int depth, List<String> added, Set<JsonValue.Member> removed) {
    var members = container.members();
    var lastKept =
        members.reversed().stream().filter(member -> !removed.contains(member)).findFirst();
    if (lastKept.isPresent()) {
      if (!added.isEmpty()) {
        splices.insert(lastKept.get().end(), layout.additions(document, container, added));
      }
      removeFrom(members, removed);
    } else if (members.isEmpty()) {
      fill(container, depth, added);
    } else if (added.isEmpty()) {
      splices.remove(container.start() + 1, members.getLast().end());
    } else {
      splices.replace(
          members.getFirst().start(),
          members.getLast().end(),
          layout.replacements(document, container, added));
    }
  }

  private void fill(JsonValue.Container empty, int depth, List<String> added) {
    if (!added.isEmpty()) {
      splices.replace(empty.start() + 1, empty.end() - 1, layout.filling(added, depth));
    }
  }

  private void removeFrom(List<JsonValue.Member> members, Set<JsonValue.Member> removed) {
    boolean keptOneBefore = false;
    for (int i = 0; i < members.size(); i++) {
      if (!removed.contains(members.get(i))) {
        keptOneBefore = true;
      } else if (keptOneBefore) {
        splices.remove(members.get(i - 1).end(), members.get(i).end());
      } else {
        splices.remove(members.get(i).start(), members.get(i + 1).start());
      }
    }
  }
}
