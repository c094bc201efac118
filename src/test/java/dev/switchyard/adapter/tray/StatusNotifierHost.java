package dev.switchyard.adapter.tray;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.interfaces.Properties;
import org.freedesktop.dbus.matchrules.DBusMatchRuleBuilder;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;

/// A desktop's panel as far as the bus goes: it takes items, reads their menus, and clicks in them.
public final class StatusNotifierHost implements AutoCloseable {
  private static final long LIMIT_SECONDS = 60;

  private final DBusConnection bus;
  private final BlockingQueue<String> registered = new LinkedBlockingQueue<>();
  private final BlockingQueue<String> announced = new LinkedBlockingQueue<>();
  private String item = "";
  private List<String> lines = List.of();

  /// What items know of the panel.
  public final class Watcher implements StatusNotifierWatcher, Properties {
    @Override
    public void registerStatusNotifierItem(String service) {
      registered.add(service);
    }

    @Override
    public String getObjectPath() {
      return PATH;
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    public <A> A Get(String name, String property) {
      return (A) GetAll(name).get(property);
    }

    @Override
    public <A> void Set(String name, String property, A value) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Map<String, Variant<?>> GetAll(String name) {
      return Map.of(HOST_REGISTERED, new Variant<>(true));
    }
  }

  public StatusNotifierHost(String address) throws DBusException {
    bus = DBusConnectionBuilder.forAddress(address).withShared(false).build();
    bus.exportObject(StatusNotifierWatcher.PATH, new Watcher());
    for (var member : List.of("LayoutUpdated", "ItemsPropertiesUpdated")) {
      bus.addGenericSigHandler(
          DBusMatchRuleBuilder.create()
              .withType("signal")
              .withInterface(DBusMenu.NAME)
              .withMember(member)
              .build(),
          _ -> announced.add(member));
    }
    appear();
  }

  /// The panel is started.
  public void appear() throws DBusException {
    bus.requestBusName(StatusNotifierWatcher.NAME);
  }

  /// The panel is ended.
  public void vanish() throws DBusException {
    bus.releaseBusName(StatusNotifierWatcher.NAME);
  }

  /// Waits for an item.
  public void awaitItem() throws InterruptedException {
    var name = registered.poll(LIMIT_SECONDS, TimeUnit.SECONDS);
    if (name == null) {
      throw new AssertionError("no item was registered");
    }
    item = name;
  }

  /// Waits until the menu, written as one line for each entry, is as wished.
  public List<String> awaitMenu(Predicate<List<String>> wish) throws Exception {
    while (true) {
      var lines = menu();
      if (wish.test(lines)) {
        return lines;
      }
      if (announced.poll(LIMIT_SECONDS, TimeUnit.SECONDS) == null) {
        throw new AssertionError("the menu stayed at " + lines);
      }
    }
  }

  /// Clicks an entry.
  ///
  /// @param labels of the submenus that lead to it, and its own; each the beginning of one
  public void click(String... labels) throws Exception {
    var node = root();
    for (var label : labels) {
      node =
          children(node).stream()
              .filter(child -> label(child).startsWith(label))
              .findFirst()
              .orElseThrow(() -> new AssertionError("no " + label + " in " + lines));
    }
    // As Xfce's panel does it: several events in one call.
    remote(DBusMenu.PATH, DBusMenu.class)
        .eventGroup(
            List.of(new DBusMenu.MenuEvent(node.id, "clicked", new Variant<>(0), new UInt32(0))));
  }

  /// Clicks the icon.
  public void activate() throws DBusException {
    remote(StatusNotifierItem.PATH, StatusNotifierItem.class).activate(10, 10);
  }

  public Map<String, Variant<?>> itemProperties() throws DBusException {
    return remote(StatusNotifierItem.PATH, Properties.class).GetAll(StatusNotifierItem.NAME);
  }

  private List<String> menu() throws DBusException {
    lines = lines(root(), "").toList();
    return lines;
  }

  private static Stream<String> lines(DBusMenu.Node node, String indent) {
    var found = new ArrayList<String>();
    for (var child : children(node)) {
      found.add(indent + tick(child) + label(child));
      lines(child, indent + "  ").forEach(found::add);
    }
    return found.stream();
  }

  private static String tick(DBusMenu.Node node) {
    var state = node.properties.get("toggle-state");
    return state == null ? "" : state.getValue().equals(1) ? "(x) " : "( ) ";
  }

  private static String label(DBusMenu.Node node) {
    var label = node.properties.get("label");
    return label == null ? "---" : label.getValue().toString();
  }

  private DBusMenu.Node root() throws DBusException {
    return remote(DBusMenu.PATH, DBusMenu.class).getLayout(DBusMenu.ROOT, -1, List.of()).node;
  }

  /// What is inside a variant comes as plain arrays.
  private static List<DBusMenu.Node> children(DBusMenu.Node node) {
    return node.children.stream().map(child -> node(child.getValue())).toList();
  }

  @SuppressWarnings("unchecked")
  private static DBusMenu.Node node(Object value) {
    return switch (value) {
      case DBusMenu.Node node -> node;
      case Object[] parts ->
          new DBusMenu.Node(
              (Integer) parts[0], (Map<String, Variant<?>>) parts[1], (List<Variant<?>>) parts[2]);
      default -> throw new AssertionError("no entry: " + value);
    };
  }

  private <T extends DBusInterface> T remote(String path, Class<T> type) throws DBusException {
    return bus.getRemoteObject(item, path, type);
  }

  @Override
  public void close() {
    bus.disconnect();
  }
}
