package dev.switchyard.adapter.tray;

import dev.switchyard.domain.tray.TrayEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A menu whose entries have numbers.
///
/// An entry keeps its number for as long as the program runs, and no number is given twice: a click
/// that was under way while the menu changed does what the person read, or nothing.
final class MenuTree {
  static final MenuTree EMPTY = new MenuTree(new Numbers(), List.of());

  private final Numbers numbers;
  private final Map<Integer, Entry> entries = new LinkedHashMap<>();
  private final List<Integer> top;

  /// @param id the entry's number
  /// @param entry what it is
  /// @param children the numbers of those below it
  record Entry(int id, TrayEntry entry, List<Integer> children) {}

  private record Key(int parent, Object what) {}

  private static final class Numbers {
    private final Map<Key, Integer> given = new HashMap<>();

    int of(Key key) {
      return given.computeIfAbsent(key, _ -> given.size() + 1);
    }
  }

  private MenuTree(Numbers numbers, List<TrayEntry> menu) {
    this.numbers = numbers;
    this.top = number(DBusMenu.ROOT, menu);
  }

  /// The tree of another menu, with the same numbers for what is in both.
  MenuTree with(List<TrayEntry> menu) {
    return new MenuTree(this == EMPTY ? new Numbers() : numbers, menu);
  }

  Optional<Entry> entry(int id) {
    return Optional.ofNullable(entries.get(id));
  }

  List<Integer> top() {
    return top;
  }

  /// All numbers, parents first.
  List<Integer> all() {
    return List.copyOf(entries.keySet());
  }

  /// Whether the same numbers are at the same places.
  boolean hasLayoutOf(MenuTree other) {
    return top.equals(other.top)
        && all().equals(other.all())
        && all().stream().allMatch(id -> children(id).equals(other.children(id)));
  }

  List<Integer> children(int id) {
    return entry(id).map(Entry::children).orElse(List.of());
  }

  private List<Integer> number(int parent, List<TrayEntry> menu) {
    var ids = new ArrayList<Integer>();
    int place = 0;
    for (var entry : menu) {
      int id = numbers.of(new Key(parent, name(entry, place++)));
      ids.add(id);
      entries.put(id, new Entry(id, entry, List.of()));
      if (entry instanceof TrayEntry.Submenu submenu) {
        entries.put(id, new Entry(id, entry, number(id, submenu.entries())));
      }
    }
    return List.copyOf(ids);
  }

  private static Object name(TrayEntry entry, int place) {
    return switch (entry) {
      case TrayEntry.Item item -> item.action();
      case TrayEntry.Submenu submenu -> submenu.id();
      case TrayEntry.Line _ -> place;
      case TrayEntry.Separator _ -> -place;
    };
  }
}
