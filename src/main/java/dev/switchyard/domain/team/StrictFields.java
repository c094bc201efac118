package dev.switchyard.domain.team;

import dev.switchyard.domain.PortException;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The fields of an object, each asked for by name; what nobody asked for is refused.
final class StrictFields {
  private final LocatedJson.Place place;
  private final Map<String, LocatedJson> values;
  private final Set<String> known = new HashSet<>();

  /// @throws PortException MALFORMED where it is no object
  StrictFields(LocatedJson node) throws PortException {
    if (!(node instanceof LocatedJson.Fields(var at, var fields))) {
      throw node.place().wrong("team.file.object");
    }
    this.place = at;
    this.values = fields;
  }

  /// Where a field stands, or should stand.
  LocatedJson.Place place(String name) {
    var value = values.get(name);
    if (value != null) {
      return value.place();
    }
    var path = place.path().equals("$") ? name : place.path() + "." + name;
    return new LocatedJson.Place(place.line(), place.column(), path);
  }

  Optional<LocatedJson> optional(String name) {
    known.add(name);
    return Optional.ofNullable(values.get(name));
  }

  LocatedJson required(String name) throws PortException {
    return optional(name).orElseThrow(() -> place(name).wrong("team.file.missing"));
  }

  String text(String name) throws PortException {
    return text(required(name));
  }

  Optional<String> optionalText(String name) throws PortException {
    var value = optional(name);
    return value.isPresent() ? Optional.of(text(value.get())) : Optional.empty();
  }

  /// Empty where there is none.
  Optional<Integer> number(String name) throws PortException {
    var value = optional(name);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    if (value.get() instanceof LocatedJson.WholeNumber(_, var raw)) {
      return Optional.of(Integer.valueOf(raw));
    }
    throw value.get().place().wrong("team.file.number");
  }

  void requireNoOthers() throws PortException {
    for (var name : values.keySet()) {
      if (!known.contains(name)) {
        throw place(name).wrong("team.file.unknown");
      }
    }
  }

  private static String text(LocatedJson value) throws PortException {
    if (value instanceof LocatedJson.Text(_, var text)) {
      return text;
    }
    throw value.place().wrong("team.file.text");
  }
}
