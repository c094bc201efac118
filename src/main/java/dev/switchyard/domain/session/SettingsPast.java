package dev.switchyard.domain.session;

import dev.switchyard.domain.FileChange;
import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.session.EarlierSettings.Earlier;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a settings file held since a session began.
///
/// @param file the file
/// @param contents oldest first: what stood there when it began, and all that followed up to what
///   stands there now; empty where the file has not changed
/// @param unnoticed whether what stands there now has not been noticed. Measured on Claude Code
///   2.1.330: once the folder was removed, no change in another one of its name is
record SettingsPast(Path file, Known<List<Earlier>> contents, boolean unnoticed) {
  /// @param now what stands there now
  static SettingsPast of(EarlierSettings earlier, Path file, Optional<byte[]> now, Instant begin) {
    try {
      var changed = earlier.lastChange(file);
      if (changed.isPresent() && !changed.get().isAfter(begin)) {
        return unchanged(file);
      }
      var known = earlier.of(file);
      boolean neverSeen = known.isEmpty() && now.isEmpty();
      boolean asKnown = !known.isEmpty() && FileChange.isSame(known.getLast().content(), now);
      if (neverSeen || asKnown && !known.getLast().at().isAfter(begin)) {
        return unchanged(file);
      }
      return since(known, begin)
          .map(contents -> of(file, contents, earlier.folderMade(file)))
          .orElseGet(() -> unknown(file));
    } catch (PortException e) {
      return new SettingsPast(file, Known.unknown(e.text()), false);
    }
  }

  /// A folder that is younger than the last time when there was no file, though there had been one,
  /// is another one than the session knows.
  private static SettingsPast of(Path file, List<Earlier> contents, Optional<Instant> folderMade) {
    var removed = lastRemoval(contents);
    boolean isAnother =
        removed >= 0
            && folderMade.filter(made -> made.isAfter(contents.get(removed).at())).isPresent();
    return isAnother
        ? new SettingsPast(file, Known.of(contents.subList(0, removed + 1)), true)
        : new SettingsPast(file, Known.of(contents), false);
  }

  /// @return -1 where nothing was removed
  private static int lastRemoval(List<Earlier> contents) {
    for (int i = contents.size() - 1; i > 0; i--) {
      if (contents.get(i).content().isEmpty() && contents.get(i - 1).content().isPresent()) {
        return i;
      }
    }
    return -1;
  }

  /// What stood there when the session began.
  ///
  /// @return empty where that is what stands there now
  Optional<Earlier> atBegin() {
    return all().stream().findFirst();
  }

  /// What is known, oldest first.
  List<Earlier> all() {
    return contents.toOptional().orElse(List.of());
  }

  /// From the content at the beginning on. What somebody else had put there before Switchyard's
  /// first write after the beginning has stood there for at least a part of the time.
  private static Optional<List<Earlier>> since(List<Earlier> known, Instant begin) {
    int next = 0;
    while (next < known.size() && !known.get(next).at().isAfter(begin)) {
      next++;
    }
    if (next == known.size()) {
      return Optional.empty();
    }
    if (known.get(next).found()) {
      return Optional.of(known.subList(next, known.size()));
    }
    return next > 0 ? Optional.of(known.subList(next - 1, known.size())) : onlyOther(known, begin);
  }

  /// A content that stands there again is remembered under its new time only: where there is but
  /// one other, that one must have been there before the first.
  private static Optional<List<Earlier>> onlyOther(List<Earlier> known, Instant begin) {
    var first = known.getFirst().content();
    var others =
        known.stream()
            .map(Earlier::content)
            .filter(content -> !FileChange.isSame(content, first))
            .toList();
    if (others.isEmpty()
        || !others.stream().allMatch(one -> FileChange.isSame(one, others.getFirst()))) {
      return Optional.empty();
    }
    var all = new ArrayList<Earlier>();
    all.add(new Earlier(begin, true, others.getFirst()));
    all.addAll(known);
    return Optional.of(all);
  }

  private static SettingsPast unchanged(Path file) {
    return new SettingsPast(file, Known.of(List.of()), false);
  }

  private static SettingsPast unknown(Path file) {
    return new SettingsPast(
        file, Known.unknown(Message.of("sessions.past-unknown", file.toString())), false);
  }
}
