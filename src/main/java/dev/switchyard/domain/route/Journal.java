package dev.switchyard.domain.route;

import dev.switchyard.domain.project.AddedLine;
import dev.switchyard.domain.route.text.Standing;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What Switchyard remembers of its switches, to take every one of them back.
///
/// @param baselines for each settings file that holds keys of ours, what stood there before the
///   first switch
/// @param switches the switches, oldest first
/// @param choices what was chosen last for each folder: two choices may write the same
public record Journal(
    Map<Path, Baseline> baselines, List<Switch> switches, Map<Path, RouteChoice> choices) {
  public static final Journal EMPTY = new Journal(Map.of(), List.of(), Map.of());

  private static final int MAX_SWITCHES = 50;

  /// What stood in a settings file before the first switch.
  ///
  /// @param standing the owned keys
  /// @param left what the last switch left at them; what differs from it now is not ours any more
  /// @param createdFolder whether the folder that holds the file was made for it
  /// @param excluded the line that keeps git from seeing the file
  public record Baseline(
      Standing standing, Standing left, boolean createdFolder, Optional<AddedLine> excluded) {}

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
  }

  /// A file before a switch.
  ///
  /// @param file the settings file
  /// @param standing the keys that the switch changed
  /// @param left the same keys after it
  /// @param baseline the file's baseline at that time, empty where it held no key of ours
  public record Before(Path file, Standing standing, Standing left, Optional<Baseline> baseline) {}

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

  /// The journal after a switch.
  Journal with(Map<Path, Optional<Baseline>> changes, Switch done) {
    var all = new ArrayList<>(switches);
    all.add(done);
    return new Journal(
        changed(changes),
        all.subList(Math.max(0, all.size() - MAX_SWITCHES), all.size()),
        chosen(done.folder(), Optional.of(done.choice())));
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

  private Map<Path, Baseline> changed(Map<Path, Optional<Baseline>> changes) {
    return overlaid(baselines, changes);
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
