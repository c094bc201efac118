package dev.switchyard.domain.route;

import dev.switchyard.domain.FileChange;
import dev.switchyard.domain.Fingerprint;
import dev.switchyard.domain.project.AddedLine;
import dev.switchyard.domain.route.text.JsonLiterals;
import dev.switchyard.domain.route.text.SettingKey;
import dev.switchyard.domain.route.text.Standing;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// What Switchyard remembers of its switches, to take every one of them back.
///
/// @param baselines for each settings file that holds keys of ours, what stood there before the
///   first switch; a file that several projects link to is one file
/// @param switches the switches, oldest first
/// @param choices what was chosen last for each folder, by its real name: two choices may write the
///   same
/// @param unfinished the write that was begun and of which nobody said yet that it is done
public record Journal(
    Map<Path, Baseline> baselines,
    List<Switch> switches,
    Map<Path, RouteChoice> choices,
    Optional<Unfinished> unfinished) {
  public static final Journal EMPTY = new Journal(Map.of(), List.of(), Map.of());

  private static final int MAX_SWITCHES = 50;

  private static final SettingKey MODEL = SettingKey.env("ANTHROPIC_MODEL");

  /// What stood in a settings file before the first switch.
  ///
  /// @param standing the owned keys
  /// @param left what the last switch left at them; what differs from it now is not ours any more
  /// @param createdFolder whether the folder that holds the file was made for it
  /// @param excluded the line that keeps git from seeing the file
  public record Baseline(
      Standing standing, Standing left, boolean createdFolder, Optional<AddedLine> excluded) {
    /// What is left to do when the file's own keys are no matter any more.
    Optional<Baseline> withoutKeys() {
      var nothing = new Standing(Map.of(), Map.of());
      return excluded.map(_ -> new Baseline(nothing, nothing, createdFolder, excluded));
    }
  }

  /// One switch.
  ///
  /// @param at when
  /// @param folder the project that was switched
  /// @param choice to what
  /// @param earlier what was chosen before, empty for the first time
  /// @param files the files that it changed, as they were before
  public record Switch(
      Instant at,
      Path folder,
      RouteChoice choice,
      Optional<RouteChoice> earlier,
      List<Before> files) {
    public Switch {
      files = List.copyOf(files);
    }

    private Switch without(Predicate<Path> file) {
      var rest = files.stream().filter(before -> !file.test(before.file())).toList();
      return new Switch(at, folder, choice, earlier, rest);
    }

    /// Whether the other one is the same switch, as far as it was done by then.
    private boolean isSameAs(Switch other) {
      return at.equals(other.at) && folder.equals(other.folder) && choice == other.choice;
    }
  }

  /// A file before a switch.
  ///
  /// @param file the settings file
  /// @param standing the keys that the switch changed
  /// @param left the same keys after it
  /// @param baseline the file's baseline at that time, empty where it held no key of ours
  public record Before(Path file, Standing standing, Standing left, Optional<Baseline> baseline) {}

  /// A write that is going on, or that broke off.
  ///
  /// @param earlier the journal before it
  /// @param writes the files that it was to write
  public record Unfinished(Journal earlier, List<Write> writes) {
    public Unfinished {
      writes = List.copyOf(writes);
    }
  }

  /// One file of an unfinished write.
  ///
  /// @param file the file
  /// @param before what stood there
  /// @param after what was to stand there
  public record Write(Path file, Fingerprint before, Fingerprint after) {
    static Write of(FileChange change) {
      return new Write(
          change.file(), Fingerprint.of(change.before()), Fingerprint.of(change.after()));
    }
  }

  public Journal(
      Map<Path, Baseline> baselines, List<Switch> switches, Map<Path, RouteChoice> choices) {
    this(baselines, switches, choices, Optional.empty());
  }

  public Journal {
    baselines = Collections.unmodifiableMap(new LinkedHashMap<>(baselines));
    switches = List.copyOf(switches);
    choices = Collections.unmodifiableMap(new LinkedHashMap<>(choices));
  }

  public Optional<Baseline> baseline(Path file) {
    return Optional.ofNullable(baselines.get(file));
  }

  /// The lines that were added to files of git's for other settings files than this one.
  List<AddedLine> linesOfOthers(Path file) {
    return baselines.entrySet().stream()
        .filter(entry -> !entry.getKey().equals(file))
        .flatMap(entry -> entry.getValue().excluded().stream())
        .toList();
  }

  public Optional<Switch> last() {
    return switches.isEmpty() ? Optional.empty() : Optional.of(switches.getLast());
  }

  public Optional<RouteChoice> choice(Path folder) {
    return Optional.ofNullable(choices.get(folder));
  }

  /// The model that the folder was routed to last, as far as the switches that are remembered tell.
  Optional<String> model(Path folder) {
    return switches.reversed().stream()
        .filter(one -> one.folder().equals(folder) && one.choice() == RouteChoice.LOCAL)
        .flatMap(one -> one.files().stream())
        .flatMap(before -> before.left().value(MODEL).stream())
        .flatMap(literal -> JsonLiterals.read(literal).stream())
        .findFirst();
  }

  /// The journal after a switch.
  Journal with(Map<Path, Optional<Baseline>> changes, Switch done) {
    var all = new ArrayList<>(switches);
    all.add(done);
    return new Journal(
        changed(changes), latest(all), chosen(done.folder(), Optional.of(done.choice())));
  }

  /// The journal after a choice that needed nothing to be written. What it remembered of a file
  /// that holds nothing of ours any more is forgotten; it would fit nothing that comes later.
  Journal with(Map<Path, Optional<Baseline>> changes, Path folder, RouteChoice choice) {
    var known = new LinkedHashMap<>(changes);
    known.keySet().retainAll(baselines.keySet());
    return new Journal(changed(known), switches, chosen(folder, Optional.of(choice)));
  }

  /// The journal after the last switch was taken back.
  Journal withoutLast(Map<Path, Optional<Baseline>> changes) {
    var last = switches.getLast();
    return new Journal(
        changed(changes),
        switches.subList(0, switches.size() - 1),
        chosen(last.folder(), last.earlier()));
  }

  /// The journal with other baselines, and the same switches.
  Journal with(Map<Path, Optional<Baseline>> changes) {
    return new Journal(changed(changes), switches, choices);
  }

  /// The journal in which no switch knows a file any more: something else than a switch changed it,
  /// so that nothing fits what is remembered of it.
  Journal withoutSwitchesOf(Predicate<Path> file) {
    var rest =
        switches.stream()
            .map(one -> one.without(file))
            .filter(one -> !one.files().isEmpty())
            .toList();
    return new Journal(baselines, rest, choices);
  }

  /// The journal after one more file was part of a switch.
  Journal withMore(Map<Path, Optional<Baseline>> changes, Switch known, Before more) {
    boolean begun = last().filter(known::isSameAs).isPresent();
    var files = new ArrayList<>(begun ? switches.getLast().files() : List.<Before>of());
    files.add(more);
    var earlier = begun ? switches.subList(0, switches.size() - 1) : switches;
    var all = new ArrayList<>(earlier);
    all.add(new Switch(known.at(), known.folder(), known.choice(), known.earlier(), files));
    return new Journal(changed(changes), latest(all), Map.of());
  }

  /// This journal while the files that lead to it are being written.
  Journal begun(Journal earlier, List<FileChange> changes) {
    var writes = changes.stream().map(Write::of).toList();
    return new Journal(
        baselines, switches, choices, Optional.of(new Unfinished(earlier.finished(), writes)));
  }

  /// This journal when all files that lead to it are written.
  Journal finished() {
    return new Journal(baselines, switches, choices);
  }

  private Map<Path, Baseline> changed(Map<Path, Optional<Baseline>> changes) {
    return overlaid(baselines, changes);
  }

  private static List<Switch> latest(List<Switch> all) {
    return all.subList(Math.max(0, all.size() - MAX_SWITCHES), all.size());
  }

  private Map<Path, RouteChoice> chosen(Path folder, Optional<RouteChoice> choice) {
    return overlaid(choices, Map.of(folder, choice));
  }

  private static <T> Map<Path, T> overlaid(Map<Path, T> map, Map<Path, Optional<T>> changes) {
    var all = new LinkedHashMap<>(map);
    changes.forEach((path, value) ->
        value.ifPresentOrElse(kept -> all.put(path, kept), () -> all.remove(path)));
    return all;
  }
}
