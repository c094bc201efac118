package dev.switchyard.domain.route.text;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What stood at some keys of one settings file at one moment: enough to bring back exactly that
/// later, when other keys have changed in between.
///
/// @param holders for each object concerned, whether it was there; TOP stands for the file itself
/// @param values the value of each key as written, empty where there was none; in the document's
///   order
public record Standing(Map<Section, Holder> holders, Map<SettingKey, Optional<String>> values) {
  /// Whether an object was there before anything was put into it.
  public sealed interface Holder {
    /// Not there: it goes when nothing is left in it.
    record Absent() implements Holder {}

    /// There, but without members.
    ///
    /// @param raw the object as written; for TOP the whole file
    record Empty(String raw) implements Holder {}

    /// There, with members.
    record Filled() implements Holder {}
  }

  public Standing {
    holders = Collections.unmodifiableMap(new LinkedHashMap<>(holders));
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  public Set<SettingKey> keys() {
    return values.keySet();
  }

  /// This standing, with those keys and holders of a later one that it does not know: a second
  /// switch may touch more keys than the first, and what they held before is what they hold now.
  public Standing extendedBy(Standing later) {
    var allHolders = new LinkedHashMap<>(holders);
    later.holders.forEach(allHolders::putIfAbsent);
    var allValues = new LinkedHashMap<>(values);
    later.values.forEach(allValues::putIfAbsent);
    return new Standing(allHolders, allValues);
  }

  /// This standing with other values at some keys.
  public Standing overlaidBy(Map<SettingKey, Optional<String>> others) {
    var all = new LinkedHashMap<>(values);
    all.putAll(others);
    return new Standing(holders, all);
  }

  /// This standing without the values of all other keys.
  public Standing limitedTo(Set<SettingKey> keys) {
    var kept = new LinkedHashMap<>(values);
    kept.keySet().retainAll(keys);
    return new Standing(holders, kept);
  }
}
