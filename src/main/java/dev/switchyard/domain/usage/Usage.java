package dev.switchyard.domain.usage;

import dev.switchyard.domain.Message;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/// What was counted, with who answered.
///
/// @param entries each day, project, model and place
/// @param unreadable lines of transcripts that could not be understood
public record Usage(List<Entry> entries, long unreadable) {
  /// @param place who answered
  public record Entry(LocalDate day, String project, String model, Place place, Tally tally) {}

  /// Several entries added up.
  ///
  /// @param group what they have in common: a project, a model or a day, as text
  public record Row(String group, Place.Kind place, Tally tally) {}

  /// What one model did for one project.
  public record Line(String project, String model, Place.Kind place, Tally tally) {}

  public Usage {
    entries = List.copyOf(entries);
  }

  static Usage of(Ledger ledger, PlaceRules rules) {
    var entries = new ArrayList<Entry>();
    ledger
        .totals()
        .forEach((key, tally) ->
            entries.add(new Entry(key.day(), key.project(), key.model(), rules.of(key), tally)));
    return new Usage(entries, ledger.unreadable());
  }

  public Usage within(Period period) {
    return where(entry -> period.contains(entry.day()));
  }

  public Usage where(Predicate<Entry> wanted) {
    return new Usage(entries.stream().filter(wanted).toList(), unreadable);
  }

  public boolean isNone() {
    return entries.isEmpty();
  }

  public Tally total() {
    return entries.stream().map(Entry::tally).reduce(Tally.NONE, Tally::plus);
  }

  /// For every place, also where nothing was answered.
  public Map<Place.Kind, Tally> byPlace() {
    var totals = new EnumMap<Place.Kind, Tally>(Place.Kind.class);
    for (var kind : Place.Kind.values()) {
      totals.put(kind, Tally.NONE);
    }
    entries.forEach(entry -> totals.merge(entry.place().kind(), entry.tally(), Tally::plus));
    return totals;
  }

  /// Those days on which something was answered, in their order.
  public Map<LocalDate, Map<Place.Kind, Tally>> byDay() {
    var days = new TreeMap<LocalDate, Map<Place.Kind, Tally>>();
    for (var entry : entries) {
      days.computeIfAbsent(entry.day(), _ -> new EnumMap<>(Place.Kind.class))
          .merge(entry.place().kind(), entry.tally(), Tally::plus);
    }
    return days;
  }

  /// The local part by model.
  public Map<String, Tally> localByModel() {
    var models = new TreeMap<String, Tally>();
    entries.stream()
        .filter(entry -> entry.place().kind() == Place.Kind.LOCAL)
        .forEach(entry -> models.merge(entry.model(), entry.tally(), Tally::plus));
    return models;
  }

  /// The part that is local by assumption.
  public Tally assumedLocal() {
    return where(entry -> entry.place().equals(new Place.Local(Place.Basis.INSTALLED))).total();
  }

  /// Why it is not known who answered, with how much that is.
  public Map<Message, Tally> reasons() {
    var reasons = new LinkedHashMap<Message, Tally>();
    for (var entry : entries) {
      if (entry.place() instanceof Place.NotKnown(var reason)) {
        reasons.merge(reason, entry.tally(), Tally::plus);
      }
    }
    return reasons;
  }

  /// In the order of days for days, else the ones with the most tokens first.
  public List<Row> rows(Grouping grouping) {
    record Of(String group, Place.Kind place) {}
    return added(entry -> new Of(grouping.group(entry), entry.place().kind())).entrySet().stream()
        .map(sum -> new Row(sum.getKey().group(), sum.getKey().place(), sum.getValue()))
        .sorted(grouping.order())
        .toList();
  }

  /// The ones with the most tokens first.
  public List<Line> lines() {
    record Of(String project, String model, Place.Kind place) {}
    return added(entry -> new Of(entry.project(), entry.model(), entry.place().kind()))
        .entrySet()
        .stream()
        .map(sum ->
            new Line(
                sum.getKey().project(), sum.getKey().model(), sum.getKey().place(), sum.getValue()))
        .sorted(Comparator.comparingLong((Line line) -> line.tally().promptTokens()).reversed())
        .toList();
  }

  private <K> Map<K, Tally> added(Function<Entry, K> group) {
    var sums = new LinkedHashMap<K, Tally>();
    entries.forEach(entry -> sums.merge(group.apply(entry), entry.tally(), Tally::plus));
    return sums;
  }
}
