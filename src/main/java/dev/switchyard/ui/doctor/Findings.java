package dev.switchyard.ui.doctor;

import dev.switchyard.domain.doctor.Diagnosis;
import dev.switchyard.domain.doctor.Finding;
import dev.switchyard.domain.doctor.Outcome;
import dev.switchyard.domain.doctor.Treatment;
import dev.switchyard.ui.doctor.Entry.Result;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The findings of a project as they stand in the list: the most serious first, among equals in the
/// order in which they are to be mended. One that was mended keeps its place, so that nothing moves
/// away from under the person's hand.
public final class Findings {
  private final ReadOnlyObjectWrapper<List<Entry>> entries = new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<Set<String>> expanded = new ReadOnlyObjectWrapper<>(Set.of());

  /// The entries that somebody tried to mend, with what came of it.
  private final Map<String, Entry> results = new LinkedHashMap<>();

  private boolean opened;

  public ReadOnlyObjectProperty<List<Entry>> entriesProperty() {
    return entries.getReadOnlyProperty();
  }

  /// The ids of those whose details are shown.
  public ReadOnlyObjectProperty<Set<String>> expandedProperty() {
    return expanded.getReadOnlyProperty();
  }

  List<Entry> all() {
    return entries.get();
  }

  Optional<Entry> of(String id) {
    return all().stream().filter(entry -> entry.id().equals(id)).findFirst();
  }

  boolean isExpanded(String id) {
    return expanded.get().contains(id);
  }

  void setExpanded(String id, boolean isExpanded) {
    var next = new HashSet<>(expanded.get());
    if (isExpanded ? next.add(id) : next.remove(id)) {
      expanded.set(Set.copyOf(next));
    }
  }

  /// What the check says now.
  static Result result(String id, Treatment treatment, List<Diagnosis> after) {
    return after.stream()
        .filter(one -> one.id().equals(id))
        .findFirst()
        .<Result>map(one ->
            switch (one.outcome()) {
              case Outcome.Fine _ -> new Result.Mended(treatment);
              case Outcome.Found _ -> new Result.StillFound(treatment);
              case Outcome.Unknown(var reason) -> new Result.NotKnown(treatment, reason);
            })
        .orElseGet(() -> new Result.Mended(treatment));
  }

  /// To be seen with the next [#show], which is at hand.
  void setResult(Entry entry, Result result) {
    results.put(
        entry.id(),
        new Entry(
            entry.id(), entry.title(), entry.problem(), entry.finding(), Optional.of(result)));
    replace(all().stream().map(one -> results.getOrDefault(one.id(), one)).toList());
  }

  void forgetResult(String id) {
    results.remove(id);
    replace(
        all().stream()
            .map(one ->
                one.id().equals(id)
                    ? new Entry(
                        one.id(), one.title(), one.problem(), one.finding(), Optional.empty())
                    : one)
            .toList());
  }

  void forget() {
    results.clear();
    opened = false;
    replace(List.of());
    expanded.set(Set.of());
  }

  /// The first one is opened the first time, and the first that can be fixed from here.
  void show(Examination examination) {
    var all = new ArrayList<Entry>();
    for (var diagnosis : examination.all()) {
      diagnosis
          .finding()
          .map(finding -> found(diagnosis, finding))
          .or(() -> Optional.ofNullable(results.get(diagnosis.id())))
          .ifPresent(all::add);
    }
    all.sort(Comparator.comparing((Entry entry) -> entry.finding().severity()).reversed());
    replace(List.copyOf(all));
    if (!opened && !all.isEmpty()) {
      opened = true;
      setExpanded(all.getFirst().id(), true);
      all.stream()
          .filter(entry -> entry.fix().isPresent())
          .findFirst()
          .ifPresent(entry -> setExpanded(entry.id(), true));
    }
  }

  /// What was mended and is found again is as if nobody had tried.
  private Entry found(Diagnosis diagnosis, Finding finding) {
    results.computeIfPresent(diagnosis.id(), (_, tried) -> tried.isMended() ? null : tried);
    var result = Optional.ofNullable(results.get(diagnosis.id())).flatMap(Entry::result);
    return new Entry(diagnosis.id(), diagnosis.title(), diagnosis.headline(), finding, result);
  }

  private void replace(List<Entry> next) {
    if (!next.equals(entries.get())) {
      entries.set(next);
    }
  }
}
