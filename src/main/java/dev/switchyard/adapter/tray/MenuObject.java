package dev.switchyard.adapter.tray;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.tray.Tray;
import dev.switchyard.domain.tray.TrayEntry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.Properties;
import org.freedesktop.dbus.messages.DBusSignal;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;

/// The menu on the bus. Its methods are called on the bus's threads.
final class MenuObject implements DBusMenu, Properties {
  private static final Map<String, Variant<?>> PROPERTIES =
      Map.of(
          "Version", new Variant<>(new UInt32(3)),
          "TextDirection", new Variant<>("ltr"),
          "Status", new Variant<>("normal"),
          "IconThemePath", new Variant<>(List.of(), "as"));

  private final Function<Message, String> texts;
  private final Tray.Listener listener;
  private final Consumer<DBusSignal> signals;
  private MenuTree tree = MenuTree.EMPTY;
  private long revision = 1;

  /// @param signals takes what is to be announced
  MenuObject(
      Function<Message, String> texts, Tray.Listener listener, Consumer<DBusSignal> signals) {
    this.texts = texts;
    this.listener = listener;
    this.signals = signals;
  }

  /// Shows another menu and announces what is different, if anything is.
  synchronized void show(List<TrayEntry> menu) throws DBusException {
    var before = tree;
    tree = before.with(menu);
    if (!tree.hasLayoutOf(before)) {
      revision++;
      signals.accept(new LayoutUpdated(PATH, new UInt32(revision), ROOT));
      return;
    }
    announce(
        tree.all().stream()
            .filter(id -> !properties(id).equals(properties(entry(before, id))))
            .toList());
  }

  private void announce(List<Integer> ids) throws DBusException {
    if (!ids.isEmpty()) {
      var updated = ids.stream().map(id -> new EntryProperties(id, properties(id))).toList();
      signals.accept(new ItemsPropertiesUpdated(PATH, updated, List.of()));
    }
  }

  @Override
  public String getObjectPath() {
    return PATH;
  }

  @Override
  public synchronized Layout<UInt32, Node> getLayout(
      int parent, int depth, List<String> properties) {
    return new Layout<>(new UInt32(revision), node(parent, depth));
  }

  @Override
  public synchronized List<EntryProperties> getGroupProperties(
      List<Integer> ids, List<String> properties) {
    return (ids.isEmpty() ? tree.all() : ids)
        .stream().map(id -> new EntryProperties(id, properties(id))).toList();
  }

  @Override
  public synchronized Variant<?> getProperty(int id, String property) {
    return properties(id).getOrDefault(property, new Variant<>(""));
  }

  @Override
  public void event(int id, String kind, Variant<?> data, UInt32 timestamp) {
    if (kind.equals("clicked")) {
      click(id);
    } else if (kind.equals("opened") && id == ROOT) {
      listener.opening();
    }
  }

  @Override
  public List<Integer> eventGroup(List<MenuEvent> events) {
    events.forEach(event -> event(event.id, event.kind, event.data, event.timestamp));
    return List.of();
  }

  @Override
  public boolean aboutToShow(int id) {
    if (id == ROOT) {
      listener.opening();
    }
    // What is new comes as a signal as soon as it is known.
    return false;
  }

  @Override
  public Shown<List<Integer>, List<Integer>> aboutToShowGroup(List<Integer> ids) {
    ids.forEach(this::aboutToShow);
    return new Shown<>(List.of(), List.of());
  }

  private void click(int id) {
    if (entry(id) instanceof TrayEntry.Item item) {
      keepTick(id, item);
      listener.chosen(item.action());
    }
  }

  /// A host may move the tick at once; it is to move when the switch is done.
  private synchronized void keepTick(int id, TrayEntry.Item item) {
    if (item.mark() == TrayEntry.Mark.NONE) {
      return;
    }
    try {
      announce(List.of(id));
    } catch (DBusException e) {
      throw new IllegalStateException("an entry of our own cannot be malformed", e);
    }
  }

  private synchronized TrayEntry entry(int id) {
    return entry(tree, id);
  }

  private static TrayEntry entry(MenuTree tree, int id) {
    return tree.entry(id).map(MenuTree.Entry::entry).orElseGet(TrayEntry.Separator::new);
  }

  private Node node(int id, int depth) {
    var children = id == ROOT ? tree.top() : tree.children(id);
    List<Variant<?>> below =
        depth == 0
            ? List.of()
            : children.stream()
                .<Variant<?>>map(child ->
                    new Variant<>(node(child, depth < 0 ? depth : depth - 1), Node.SIGNATURE))
                .toList();
    return new Node(id, properties(id), below);
  }

  private Map<String, Variant<?>> properties(int id) {
    return id == ROOT
        ? Map.of("children-display", new Variant<>("submenu"))
        : properties(entry(id));
  }

  private Map<String, Variant<?>> properties(TrayEntry entry) {
    var properties = new LinkedHashMap<String, Variant<?>>();
    switch (entry) {
      case TrayEntry.Separator _ -> properties.put("type", new Variant<>("separator"));
      case TrayEntry.Line(var text) -> {
        properties.put("label", label(text));
        properties.put("enabled", new Variant<>(false));
      }
      case TrayEntry.Submenu submenu -> {
        properties.put("label", label(submenu.text()));
        properties.put("children-display", new Variant<>("submenu"));
      }
      case TrayEntry.Item item -> {
        properties.put("label", label(item.text()));
        if (item.mark() != TrayEntry.Mark.NONE) {
          properties.put("toggle-type", new Variant<>("radio"));
          properties.put("toggle-state", new Variant<>(item.mark() == TrayEntry.Mark.ON ? 1 : 0));
        }
      }
    }
    return properties;
  }

  /// An underscore alone would mark the next letter as a key.
  private Variant<String> label(Message text) {
    return new Variant<>(texts.apply(text).replace("_", "__"));
  }

  @Override
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  public <A> A Get(String name, String property) {
    return (A) PROPERTIES.getOrDefault(property, new Variant<>(""));
  }

  @Override
  public <A> void Set(String name, String property, A value) {
    // Nothing here can be set from outside.
  }

  @Override
  public Map<String, Variant<?>> GetAll(String name) {
    return name.equals(NAME) ? PROPERTIES : Map.of();
  }
}
