package dev.switchyard.domain.route.text;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Turns wanted values into splices of a document whose keys were found to be unique.
final class MemberEdits {
  /// What is wanted of a member that no change names.
  private static final Optional<String> AS_IT_IS = Optional.of("");

  private final JsonDocument document;
  private final Splices splices;
  private final Layout layout;
  private final EntrySplices entries;

  MemberEdits(JsonDocument document, Splices splices) {
    this.document = document;
    this.splices = splices;
    this.layout = Layout.of(document);
    this.entries = new EntrySplices(document, splices, layout);
  }

  void apply(Map<SettingKey, Optional<String>> changes) {
    var bySection = new EnumMap<Section, Map<String, Optional<String>>>(Section.class);
    changes.forEach((key, value) ->
        bySection
            .computeIfAbsent(key.section(), _ -> new LinkedHashMap<>())
            .put(key.name(), value));
    var top = bySection.computeIfAbsent(Section.TOP, _ -> new LinkedHashMap<>());
    applyToRules(bySection);
    bySection.forEach((section, values) -> {
      if (section.parent() == Section.TOP && section != Section.TOP) {
        applyToInner(section, values, top);
      }
    });
    if (document.root().orElse(null) instanceof JsonValue.Structure root) {
      applyTo(root, 0, top);
    } else if (!present(top).isEmpty()) {
      // Nothing but white space so far, perhaps behind a byte order mark, which stays.
      splices.insert(document.bytes().length, layout.object(present(top), 0) + layout.lineEnd());
    }
  }

  /// An array that is not there yet is one more member of the object that will hold it.
  private void applyToRules(Map<Section, Map<String, Optional<String>>> bySection) {
    var rules = bySection.getOrDefault(Section.DENY, Map.of());
    var array = document.member(Section.DENY.asKey()).map(JsonValue.Member::value);
    if (array.isPresent()) {
      new ElementEdits(entries).applyTo((JsonValue.Array) array.get(), 2, rules);
    } else if (!present(rules).isEmpty()) {
      bySection
          .computeIfAbsent(Section.PERMISSIONS, _ -> new LinkedHashMap<>())
          .put(
              Section.DENY.memberName(),
              Optional.of(layout.array(List.copyOf(present(rules).values()), 2)));
    }
  }

  private void applyToInner(
      Section section, Map<String, Optional<String>> values, Map<String, Optional<String>> top) {
    var holder = document.member(section.asKey());
    if (holder.isPresent()) {
      applyTo((JsonValue.Structure) holder.get().value(), 1, values);
    } else if (!present(values).isEmpty()) {
      top.put(section.memberName(), Optional.of(layout.object(present(values), 1)));
    }
  }

  private void applyTo(
      JsonValue.Structure object, int depth, Map<String, Optional<String>> values) {
    var added = present(values);
    for (var member : object.members()) {
      var value = added.remove(member.name());
      if (value != null && !value.equals(document.raw(member.value()))) {
        splices.replace(member.value().start(), member.end(), value);
      }
    }
    var removed =
        object.members().stream()
            .filter(member -> values.getOrDefault(member.name(), AS_IT_IS).isEmpty())
            .collect(Collectors.toSet());
    entries.addAndRemove(object, depth, layout.members(added), removed);
  }

  private static Map<String, String> present(Map<String, Optional<String>> values) {
    var present = new LinkedHashMap<String, String>();
    values.forEach((name, value) -> value.ifPresent(text -> present.put(name, text)));
    return present;
  }
}
