package dev.switchyard.domain.route.text;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Turns wanted values into splices of a document whose keys were found to be unique.
///
/// What is added to an object goes behind its last member, and what is removed goes with the comma
/// and the white space before it. So removing what was added gives back the same bytes.
final class MemberEdits {
  private final JsonDocument document;
  private final Splices splices;
  private final Layout layout;

  MemberEdits(JsonDocument document, Splices splices) {
    this.document = document;
    this.splices = splices;
    this.layout = Layout.of(document);
  }

  void apply(Map<SettingKey, Optional<String>> changes) {
    var bySection = new EnumMap<Section, Map<String, Optional<String>>>(Section.class);
    changes.forEach((key, value) ->
        bySection
            .computeIfAbsent(key.section(), _ -> new LinkedHashMap<>())
            .put(key.name(), value));
    var top = bySection.computeIfAbsent(Section.TOP, _ -> new LinkedHashMap<>());
    bySection.forEach((section, values) -> {
      if (section != Section.TOP) {
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

  private void applyToInner(
      Section section, Map<String, Optional<String>> values, Map<String, Optional<String>> top) {
    var holder = member(section.memberName());
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
        values.entrySet().stream()
            .filter(entry -> entry.getValue().isEmpty())
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet());
    addAndRemove(object, depth, added, removed);
  }

  private void addAndRemove(
      JsonValue.Structure object, int depth, Map<String, String> added, Set<String> removed) {
    var members = object.members();
    var lastKept =
        members.reversed().stream().filter(member -> !removed.contains(member.name())).findFirst();
    if (lastKept.isPresent()) {
      if (!added.isEmpty()) {
        splices.insert(lastKept.get().end(), layout.additions(document, object, added));
      }
      removeFrom(members, removed);
    } else if (members.isEmpty()) {
      if (!added.isEmpty()) {
        splices.replace(object.start(), object.end(), layout.object(added, depth));
      }
    } else if (added.isEmpty()) {
      splices.remove(object.start() + 1, members.getLast().end());
    } else {
      splices.replace(
          members.getFirst().start(),
          members.getLast().end(),
          layout.replacements(document, object, added));
    }
  }

  private void removeFrom(List<JsonValue.Member> members, Set<String> removed) {
    boolean keptOneBefore = false;
    for (int i = 0; i < members.size(); i++) {
      if (!removed.contains(members.get(i).name())) {
        keptOneBefore = true;
      } else if (keptOneBefore) {
        splices.remove(members.get(i - 1).end(), members.get(i).end());
      } else {
        splices.remove(members.get(i).start(), members.get(i + 1).start());
      }
    }
  }

  private Optional<JsonValue.Member> member(String name) {
    return document.root().map(JsonValue.Structure.class::cast).stream()
        .flatMap(root -> root.members().stream())
        .filter(member -> member.name().equals(name))
        .findFirst();
  }

  private static Map<String, String> present(Map<String, Optional<String>> values) {
    var present = new LinkedHashMap<String, String>();
    values.forEach((name, value) -> value.ifPresent(text -> present.put(name, text)));
    return present;
  }
}
