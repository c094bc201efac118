package dev.switchyard.domain.route.text;

import static java.util.stream.Collectors.toCollection;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
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

  /// @return empty also for a key that this standing does not know
  public Optional<String> value(SettingKey key) {
    return values.getOrDefault(key, Optional.empty());
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

  /// This standing where nobody has interfered with a change that was made to it: where another
  /// value stands now than the change left, that one is somebody's wish, and an object in which
  /// nothing of the change is left is as they made it.
  ///
  /// @param left what stood at these keys after the change
  /// @param now what stands there now
  public Standing whereUntouched(Standing left, Standing now) {
    var ours = new LinkedHashMap<SettingKey, Optional<String>>();
    var all = new LinkedHashMap<SettingKey, Optional<String>>();
    values.forEach((key, value) -> {
      var present = now.value(key);
      if (present.equals(left.values.get(key))) {
        ours.put(key, value);
      }
      all.put(key, ours.containsKey(key) ? value : present);
    });
    var allHolders = new LinkedHashMap<Section, Holder>();
    holders.forEach((section, holder) -> {
      boolean untouched = ours.keySet().stream().anyMatch(key -> key.section().isWithin(section));
      allHolders.put(section, untouched ? holder : now.holders.getOrDefault(section, holder));
    });
    return new Standing(allHolders, all);
  }

  /// This standing, with each object that is not as a change left it taken as it is now.
  public Standing withHoldersSince(Standing left, Standing now) {
    var all = new LinkedHashMap<>(holders);
    now.holders.forEach((section, holder) -> {
      if (!holder.equals(left.holders.get(section))) {
        all.replace(section, holder);
      }
    });
    return new Standing(all, values);
  }

  /// The keys at which another one holds something else, where that is something.
  public Set<SettingKey> keysHeldOtherwise(Standing other) {
    return values.keySet().stream()
        .filter(key -> other.value(key).isPresent() && !other.value(key).equals(value(key)))
        .collect(toCollection(LinkedHashSet::new));
  }

  /// This standing without the values of all other keys, and without the objects that held none but
  /// those.
  public Standing limitedTo(Set<SettingKey> keys) {
    var kept = new LinkedHashMap<>(values);
    kept.keySet().retainAll(keys);
    var keptHolders = new LinkedHashMap<>(holders);
    keptHolders
        .keySet()
        .removeIf(section ->
            section != Section.TOP
                && kept.keySet().stream().noneMatch(key -> key.section().isWithin(section)));
    return new Standing(keptHolders, kept);
  }
}
