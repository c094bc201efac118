package dev.switchyard.domain.route;

import dev.switchyard.domain.Fingerprint;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.TextFiles;
import dev.switchyard.domain.project.AddedLine;
import dev.switchyard.domain.route.Journal.Baseline;
import dev.switchyard.domain.route.Journal.Unfinished;
import dev.switchyard.domain.route.text.Section;
import dev.switchyard.domain.route.text.SettingKey;
import dev.switchyard.domain.route.text.SettingsText;
import dev.switchyard.domain.route.text.Standing;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Works out, after a write broke off, what of it was done: from what stands in the files now, and
/// key by key, since somebody may have edited them in between. No person's file is changed for it.
final class JournalRecovery {
  private final TextFiles files;

  JournalRecovery(TextFiles files) {
    this.files = files;
  }

  /// The journal that fits the files; the same one where no write is open.
  Journal recovered(Journal journal) {
    return journal.unfinished().map(open -> recovered(journal, open)).orElse(journal);
  }

  private Journal recovered(Journal next, Unfinished open) {
    if (open.writes().stream().allMatch(write -> stands(write.file(), write.before()))) {
      return open.earlier();
    }
    if (open.writes().stream().allMatch(write -> stands(write.file(), write.after()))) {
      return next.finished();
    }
    var baselines = new LinkedHashMap<Path, Optional<Baseline>>();
    for (var write : open.writes()) {
      var file = files.target(write.file());
      baselines.put(file, merged(file, open.earlier().baseline(file), next.baseline(file)));
    }
    var half = next.finished().with(baselines);
    // What was only half taken back can be taken back again.
    return isUndo(open.earlier(), next)
        ? new Journal(half.baselines(), open.earlier().switches(), open.earlier().choices())
        : half;
  }

  /// Whether a file can be read and holds this content.
  boolean stands(Path file, Fingerprint content) {
    try {
      return Fingerprint.of(files.read(file)).equals(content);
    } catch (PortException _) {
      return false;
    }
  }

  private static boolean isUndo(Journal earlier, Journal next) {
    return next.switches().size() < earlier.switches().size();
  }

  private Optional<Baseline> merged(
      Path file, Optional<Baseline> earlier, Optional<Baseline> next) {
    if (earlier.isEmpty() && next.isEmpty()) {
      return Optional.empty();
    }
    try {
      var now = SettingsText.parse(file, files.read(file));
      return new Merge(now, earlier, next).result(lineStands(earlier, next));
    } catch (PortException _) {
      // Nothing can be told from such a file, and nothing is written to it either.
      return next.or(() -> earlier);
    }
  }

  /// The line that keeps git from seeing the file, while it is there to be taken away.
  private Optional<AddedLine> lineStands(Optional<Baseline> earlier, Optional<Baseline> next)
      throws PortException {
    var line = next.flatMap(Baseline::excluded).or(() -> earlier.flatMap(Baseline::excluded));
    if (line.isEmpty()) {
      return line;
    }
    var content = files.read(line.get().file());
    var without = line.get().removedFrom(content);
    return Fingerprint.of(content).equals(Fingerprint.of(without)) ? Optional.empty() : line;
  }

  /// Two baselines of one file, of which each knows the truth of some keys.
  private record Merge(SettingsText now, Optional<Baseline> earlier, Optional<Baseline> next) {
    Optional<Baseline> result(Optional<AddedLine> line) {
      var fromNext = stillLeft(next);
      var fromEarlier = stillLeft(earlier);
      fromEarlier.keySet().removeAll(fromNext.keySet());
      boolean nothingToBringBack =
          fromNext.isEmpty()
              && fromEarlier.entrySet().stream()
                  .allMatch(entry ->
                      entry
                          .getValue()
                          .equals(earlier.orElseThrow().standing().value(entry.getKey())));
      if (nothingToBringBack && line.isEmpty()) {
        return Optional.empty();
      }
      var stood = valuesOf(next, fromNext, Baseline::standing);
      stood.putAll(valuesOf(earlier, fromEarlier, Baseline::standing));
      var left = new LinkedHashMap<>(fromEarlier);
      left.putAll(fromNext);
      var holders = new LinkedHashMap<>(holders(fromNext.isEmpty() ? earlier : next));
      holders(fromNext.isEmpty() ? next : earlier).forEach(holders::putIfAbsent);
      var known = next.or(() -> earlier).orElseThrow();
      return Optional.of(
          new Baseline(
              new Standing(holders, stood).limitedTo(new LinkedHashSet<>(left.keySet())),
              new Standing(now.standing(left.keySet()).holders(), left),
              known.createdFolder(),
              line));
    }

    /// The keys at which stands what a write left there, or was to leave there.
    private Map<SettingKey, Optional<String>> stillLeft(Optional<Baseline> baseline) {
      var still = new LinkedHashMap<SettingKey, Optional<String>>();
      baseline.ifPresent(known -> {
        var present = now.standing(known.left().keys());
        known
            .left()
            .values()
            .forEach((key, value) -> {
              if (present.value(key).equals(value)) {
                still.put(key, value);
              }
            });
      });
      return still;
    }

    private static Map<SettingKey, Optional<String>> valuesOf(
        Optional<Baseline> baseline,
        Map<SettingKey, Optional<String>> keys,
        Function<Baseline, Standing> part) {
      var values = new LinkedHashMap<SettingKey, Optional<String>>();
      baseline.ifPresent(
          known -> keys.keySet().forEach(key -> values.put(key, part.apply(known).value(key))));
      return values;
    }

    private static Map<Section, Standing.Holder> holders(Optional<Baseline> baseline) {
      return baseline.map(known -> known.standing().holders()).orElse(Map.of());
    }
  }
}
