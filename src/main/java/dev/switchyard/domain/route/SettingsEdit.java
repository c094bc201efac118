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
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A change of one settings file in the making: what will stand in it, what stood there before, and
/// what has to be remembered to take it back.
final class SettingsEdit {
  /// Claude Code's own writing makes git ignore the file; ours would show it as new.
  private static final String IGNORED = "**/.claude/settings.local.json";

  private final TextFiles files;
  private final Path file;
  private final Optional<byte[]> content;
  private final Optional<Baseline> baseline;
  private final SettingsText text;

  private Standing before;
  private Optional<byte[]> after;
  private Optional<Baseline> baselineAfter;
  private Optional<Path> excludeFile = Optional.empty();

  /// @param baseline what stood in the file before the first switch, empty where it holds no key of
  ///   ours
  /// @throws PortException MALFORMED or REFUSED for a file that must not be touched
  SettingsEdit(TextFiles files, Path file, Optional<Baseline> baseline) throws PortException {
    this.files = files;
    this.file = file;
    this.baseline = baseline;
    this.content = files.read(file);
    this.text = SettingsText.parse(file, content);
    this.before = text.standing(List.of());
    this.after = content;
    this.baselineAfter = baseline;
  }

  Path file() {
    return file;
  }

  Optional<byte[]> after() {
    return after;
  }

  /// The content without keys of ours, which is what a person would have without Switchyard.
  Optional<byte[]> withoutOurs() throws PortException {
    return baseline.isEmpty() ? content : bytes(text.restored(baseline.get().standing()));
  }

  /// Puts values at keys; keys of an earlier switch that are not among them get back what they had.
  /// Without any values, nothing of ours is left.
  void set(Map<SettingKey, Optional<String>> values) throws PortException {
    var original = baseline.map(Baseline::standing).orElse(text.standing(List.of()));
    var target = original.overlaidBy(values);
    before = text.standing(target.keys());
    after = bytes(text.restored(target.extendedBy(before)));
    baselineAfter =
        values.isEmpty()
            ? Optional.empty()
            : Optional.of(
                new Baseline(
                    original.extendedBy(before).limitedTo(values.keySet()),
                    createsFolder(),
                    baseline.flatMap(Baseline::excluded)));
  }

  /// Makes everything as it was before a switch.
  void returnTo(Before earlier) throws PortException {
    before = text.standing(earlier.standing().keys());
    after = bytes(text.restored(earlier.standing()));
    baselineAfter = earlier.baseline();
    excludeFile = earlier.baseline().flatMap(Baseline::excluded).map(AddedLine::file);
  }

  /// Keeps git from seeing the file.
  void excludeIn(Path excludeFile) {
    this.excludeFile = Optional.of(excludeFile);
  }

  /// @param into gets what is to be written, where something is
  /// @return what to remember about the file from now on
  Optional<Baseline> finish(List<FileChange> into) throws PortException {
    boolean removesFolder = after.isEmpty() && baseline.map(Baseline::createdFolder).orElse(false);
    into.add(new FileChange(file, content, after, removesFolder));
    if (baselineAfter.isEmpty()) {
      removeExclusion(into);
      return Optional.empty();
    }
    var kept = baselineAfter.get();
    return Optional.of(new Baseline(kept.standing(), kept.createdFolder(), exclusion(into)));
  }

  private void removeExclusion(List<FileChange> into) throws PortException {
    var excluded = baseline.flatMap(Baseline::excluded);
    if (excluded.isPresent()) {
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
    return needed;
  }

  Before before() {
    return new Before(file, before, baseline);
  }

  private boolean createsFolder() {
    var folder = file.getParent();
    return baseline
        .map(Baseline::createdFolder)
        .orElseGet(() -> content.isEmpty() && folder != null && !files.isFolder(folder));
  }

  private static Optional<byte[]> bytes(Optional<SettingsText> text) {
    return text.map(SettingsText::bytes);
  }
}
