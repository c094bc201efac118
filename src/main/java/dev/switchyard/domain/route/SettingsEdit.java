package dev.switchyard.domain.route;

import dev.switchyard.domain.FileChange;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.TextFiles;
import dev.switchyard.domain.project.AddedLine;
import dev.switchyard.domain.route.Journal.Baseline;
import dev.switchyard.domain.route.Journal.Before;
import dev.switchyard.domain.route.text.SettingKey;
import dev.switchyard.domain.route.text.SettingsText;
import dev.switchyard.domain.route.text.Standing;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A change of one settings file in the making: what will stand in it, what stood there before, and
/// what has to be remembered to take it back.
final class SettingsEdit {
  /// Claude Code's own writing makes git ignore the file; ours would show it as new.
  private static final String IGNORED = "**/.claude/settings.local.json";

  private static final SettingKey BASE_URL = SettingKey.env("ANTHROPIC_BASE_URL");

  private final TextFiles files;
  private final Path file;
  private final Path target;
  private final Optional<byte[]> content;
  private final Optional<Baseline> baseline;
  private final List<AddedLine> sharedLines;
  private final SettingsText text;

  private Standing before;
  private Optional<SettingsText> after;
  private Optional<Baseline> baselineAfter;
  private Set<SettingKey> kept = Set.of();
  private Optional<Path> excludeFile = Optional.empty();

  /// @param journal knows what stood in the file before the first switch
  /// @throws PortException MALFORMED or REFUSED for a file that must not be touched
  SettingsEdit(TextFiles files, Path file, Journal journal) throws PortException {
    this.files = files;
    this.file = file;
    this.target = files.target(file);
    this.baseline = journal.baseline(target);
    this.sharedLines = journal.linesOfOthers(target);
    this.content = files.read(file);
    this.text = SettingsText.parse(file, content);
    this.before = text.standing(List.of());
    this.after = content.map(_ -> text);
    this.baselineAfter = baseline;
  }

  Path file() {
    return file;
  }

  /// What the journal knows the file by.
  Path target() {
    return target;
  }

  Optional<byte[]> after() {
    return after.map(SettingsText::bytes);
  }

  /// The content without keys of ours, which is what a person would have without Switchyard.
  Optional<byte[]> withoutOurs() throws PortException {
    return text.restored(original()).map(SettingsText::bytes);
  }

  /// Puts values at keys; keys of an earlier switch that are not among them get back what they had.
  /// Without any values, nothing of ours is left.
  void set(Map<SettingKey, Optional<String>> values) throws PortException {
    var original = original();
    var target = original.overlaidBy(values);
    before = text.standing(target.keys());
    after = text.restored(target.extendedBy(before));
    kept = new LinkedHashSet<>(keysOfOthers());
    kept.removeAll(values.keySet());
    baselineAfter =
        values.isEmpty()
            ? Optional.empty()
            : Optional.of(
                new Baseline(
                    original.extendedBy(before).limitedTo(values.keySet()),
                    leftAt(values.keySet()),
                    createsFolder(),
                    baseline.flatMap(Baseline::excluded)));
  }

  /// Makes everything as it was before a switch, except what somebody has changed since.
  void returnTo(Before earlier) throws PortException {
    var wanted = earlier.standing();
    before = text.standing(wanted.keys());
    kept = earlier.left().keysHeldOtherwise(before);
    kept.removeIf(key -> wanted.value(key).equals(before.value(key)));
    after = text.restored(asFarAsOurs(wanted, earlier.left()));
    baselineAfter = earlier.baseline().map(known -> since(earlier, known));
    excludeFile = earlier.baseline().flatMap(Baseline::excluded).map(AddedLine::file);
  }

  /// Keys that a switch wrote and somebody has changed since, which therefore stay as they are.
  Set<SettingKey> kept() {
    return kept;
  }

  /// What stood there first, as far as nobody has changed it since we did.
  private Standing original() {
    return baseline
        .map(known -> asFarAsOurs(known.standing(), known.left()))
        .orElseGet(() -> text.standing(List.of()));
  }

  /// A server that somebody has put in place of ours stays, and then so does all that keeps the
  /// person's credentials from it.
  private Standing asFarAsOurs(Standing wanted, Standing left) {
    var now = text.standing(wanted.keys());
    var ours = wanted.whereUntouched(left, now);
    boolean serverIsTheirs =
        now.value(BASE_URL).isPresent() && !now.value(BASE_URL).equals(left.value(BASE_URL));
    return serverIsTheirs ? ours.overlaidBy(now.limitedTo(RouteResolver.SECRET).values()) : ours;
  }

  private Set<SettingKey> keysOfOthers() {
    return baseline
        .map(known -> {
          var now = text.standing(known.standing().keys());
          var changed = known.left().keysHeldOtherwise(now);
          changed.removeIf(key -> now.value(key).equals(known.standing().value(key)));
          return changed;
        })
        .orElseGet(Set::of);
  }

  /// What stands there as before already was brought back by an undo that broke off: the objects
  /// around it are then no later work of somebody's.
  private Baseline since(Before earlier, Baseline known) {
    var wanted = earlier.standing();
    var differing = new LinkedHashSet<>(wanted.keys());
    differing.removeIf(key -> wanted.value(key).equals(before.value(key)));
    return new Baseline(
        differing.isEmpty()
            ? known.standing()
            : known.standing().withHoldersSince(earlier.left(), before.limitedTo(differing)),
        known.left(),
        known.createdFolder(),
        known.excluded());
  }

  private Standing leftAt(Set<SettingKey> keys) throws PortException {
    return (after.isPresent() ? after.get() : SettingsText.parse(file, Optional.empty()))
        .standing(keys);
  }

  /// Keeps git from seeing the file.
  void excludeIn(Path excludeFile) {
    this.excludeFile = Optional.of(excludeFile);
  }

  /// @param into gets what is to be written, where something is
  /// @return what to remember about the file from now on
  Optional<Baseline> finish(List<FileChange> into) throws PortException {
    boolean removesFolder = after.isEmpty() && baseline.map(Baseline::createdFolder).orElse(false);
    into.add(new FileChange(file, content, after(), removesFolder));
    if (baselineAfter.isEmpty()) {
      removeExclusion(into);
      return Optional.empty();
    }
    var next = baselineAfter.get();
    return Optional.of(
        new Baseline(next.standing(), next.left(), next.createdFolder(), exclusion(into)));
  }

  private void removeExclusion(List<FileChange> into) throws PortException {
    var excluded = baseline.flatMap(Baseline::excluded);
    if (excluded.isPresent() && !sharedLines.contains(excluded.get())) {
      var now = files.read(excluded.get().file());
      into.add(FileChange.of(excluded.get().file(), now, excluded.get().removedFrom(now)));
    }
  }

  private Optional<AddedLine> exclusion(List<FileChange> into) throws PortException {
    var excluded = baseline.flatMap(Baseline::excluded);
    if (excluded.isPresent() || excludeFile.isEmpty()) {
      return excluded;
    }
    var now = files.read(excludeFile.get());
    var needed = AddedLine.needed(excludeFile.get(), now, IGNORED);
    needed.ifPresent(
        line -> into.add(FileChange.of(line.file(), now, Optional.of(line.addedTo(now)))));
    // Worktrees of one repository share git's file: the last of them takes the line away.
    return needed.or(() ->
        sharedLines.stream().filter(line -> line.file().equals(excludeFile.get())).findFirst());
  }

  Before before() throws PortException {
    return new Before(file, before, leftAt(before.keys()), baseline);
  }

  private boolean createsFolder() {
    var folder = file.getParent();
    return baseline
        .map(Baseline::createdFolder)
        .orElseGet(() -> content.isEmpty() && folder != null && !files.isFolder(folder));
  }
}
